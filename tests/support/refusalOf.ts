import { englishReason } from "../../src/cli/print/english.ts";
import { ArticleDataError } from "../../src/ingest/knownData.ts";

/** Returns in English why reading is refused; throws if it is not. */
export function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ArticleDataError) return englishReason(error.reason);
    throw error;
  }
  throw new Error("nothing was refused");
}
