import type { PageMatch } from "./match.ts";

/** The text around a quoted passage, with which it can be found again (W3C TextQuoteSelector). */
export interface QuoteContext {
  readonly prefix: string;
  readonly suffix: string;
}

/** The length of the context that makes a quote findable; other tools use the same. */
const contextChars = 32;

/** Returns the text around a match in the part that its offsets belong to. */
export function quoteContext(
  { in: part, start, end }: Pick<PageMatch, "in" | "start" | "end">,
  { title, body }: { readonly title: string; readonly body: string },
): QuoteContext {
  const text = part === "title" ? title : body;
  return {
    prefix: text.slice(Math.max(0, start - contextChars), start),
    suffix: text.slice(end, end + contextChars),
  };
}
