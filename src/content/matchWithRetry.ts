import { UnansweredError } from "../messages/client.ts";
import type { Pace } from "../page/watch/pace.ts";

/**
 * The background may die at any time, also while a page waits for its answer; the next message
 * starts it again. Waits between the attempts; the sum covers a start on a slow machine.
 */
const delaysMs = [100, 300, 800, 2_000, 5_000];

/**
 * Asks until somebody answers. Null when `isOvertaken` says that the answer is no longer wanted.
 * Rejects as `ask` does: at once when the background answered that it cannot, and when nobody
 * answered the last attempt.
 */
export async function matchWithRetry<T>(
  ask: () => Promise<T>,
  pace: Pick<Pace, "rest">,
  isOvertaken: () => boolean,
): Promise<T | null> {
  for (const delayMs of delaysMs) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnansweredError)) throw error;
    }
    await pace.rest(delayMs);
    if (isOvertaken()) return null;
  }
  return ask();
}
