import { UnansweredError } from "../messages/client.ts";

/**
 * Asks once more if the offscreen document closed before it answered; the second request opens it
 * again.
 */
export async function retryOnce<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UnansweredError)) throw error;
    return ask();
  }
}
