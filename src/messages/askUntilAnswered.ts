import { UnansweredError } from "./client.ts";

/**
 * The background may die at any time, also while somebody waits for its answer; the next message
 * starts it again. Waits between the attempts; the sum covers a start on a slow machine.
 */
const delaysMs = [100, 300, 800, 2_000, 5_000];

/**
 * Asks until somebody answers. Resolves to null if `isOvertaken` says that the answer is no longer
 * wanted. Rejects as `ask` does: at once if the background refuses, or when nobody has answered the
 * last attempt.
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
