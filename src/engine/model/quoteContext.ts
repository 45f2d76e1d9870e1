import type { TextPart } from "./article.ts";
import type { Span } from "./span.ts";

/** The text around a quoted passage, with which it can be found again (W3C TextQuoteSelector). */
export interface QuoteContext {
  readonly prefix: string;
  readonly suffix: string;
}

/** The length of the context that makes a quote findable; other tools use the same. */
const contextChars = 32;

/** Returns the spans around a passage that its context is taken from. */
export function contextSpans({ start, end }: Span): {
  readonly before: Span;
  readonly after: Span;
} {
  return {
    before: { start: Math.max(0, start - contextChars), end: start },
    after: { start: end, end: end + contextChars },
  };
}

/** Returns the text around a match or passage in the part that its offsets belong to. */
export function quoteContext(
  { in: part, start, end }: Span & { readonly in: TextPart },
  { title, body }: { readonly title: string; readonly body: string },
): QuoteContext {
  const text = part === "title" ? title : body;
  const { before, after } = contextSpans({ start, end });
  return {
    prefix: text.slice(before.start, before.end),
    suffix: text.slice(after.start, after.end),
  };
}
