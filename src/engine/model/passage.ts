import type { TextPart } from "./article.ts";
import type { Span } from "./span.ts";

/** Identifies a passage within a library: "<article id>:<ordinal>". */
export type PassageId = string & { readonly __brand: "PassageId" };

/** The kind of text that a passage is. */
export type PassageUnit = "title" | "sentence" | "quote";

/** The position of a passage in an article. Offsets belong to the part named by `in`. */
export interface PassageSpan extends Span {
  readonly in: TextPart;
}

/** Returns a key that two spans share only if they are the same. */
export function spanKey({ in: part, start, end }: PassageSpan): string {
  return `${part} ${start} ${end}`;
}

/** Orders places as the page has them: the title first, then the body. */
export function inPageOrder(a: PassageSpan, b: PassageSpan): number {
  if (a.in !== b.in) return a.in === "title" ? -1 : 1;
  return a.start - b.start;
}

/** The unit that is matched: a title, a sentence, or a whole quote that runs over several sentences. */
export interface Passage extends PassageSpan {
  readonly unit: PassageUnit;
}
