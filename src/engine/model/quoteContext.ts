import type { PageMatch } from "./match.ts";

/** What stands around a quoted passage, by which it is found again (W3C TextQuoteSelector). */
export interface QuoteContext {
  readonly prefix: string;
  readonly suffix: string;
}

/** How much of the surrounding text makes a quote findable; other tools keep as much. */
const contextChars = 32;

/** What stands around a match in the text that its offsets belong to. */
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
