import { UnansweredError } from "./client.ts";

/**
 * The delays between attempts, in ms. The background may end at any time, even while somebody waits
 * for its answer, and the next message starts it again. Their sum covers a start on a slow machine.
 */
const delaysMs = [100, 300, 800, 2_000, 5_000];

/**
 * Sends a request until it is answered. Resolves to null if `isOvertaken` says that the answer is
 * no longer wanted. Rejects as `ask` does: at once if the background refuses, or if the last
 * attempt was not answered.
 */
export async function askUntilAnswered<T>(
  ask: () => Promise<T>,
  rest: (delayMs: number) => Promise<void>,
  isOvertaken: () => boolean,
): Promise<T | null> {
  for (const delayMs of delaysMs) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnansweredError)) throw error;
    }
    await rest(delayMs);
    if (isOvertaken()) return null;
  }
  return ask();
}
