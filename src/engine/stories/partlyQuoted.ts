import type { ReadPassage } from "../model/index.ts";
import { quotedSpans } from "../text/quotedSpans.ts";

/** True if a third of a passage or more is in quotation marks. */
export function isPartlyQuoted(passage: ReadPassage): boolean {
  if (isQuote(passage)) return true;
  const quoted = quotedSpans(passage.text).reduce((sum, { start, end }) => sum + end - start, 0);
  return quoted * 3 >= passage.text.length;
}

/** True for somebody's words. */
export function isQuote({ isQuoted, unit }: ReadPassage): boolean {
  return isQuoted || unit === "quote";
}
