import { UnansweredError } from "../messages/client.ts";

/** Where the offscreen document was closed under a question, the same question opens it again. */
export async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UnansweredError)) throw error;
    return ask();
  }
}
