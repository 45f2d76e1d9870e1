import type { Span } from "../model/index.ts";
import { AUXILIARY, OTHER, THAT, TO } from "../text/wordTraits.ts";
import type { BodyView } from "./bodyView.ts";
import { firstEndingAfter } from "./locate.ts";

/** Which share of a span's words stands in quotations, "that" aside. */
export function quotedShare(view: BodyView, span: Span): number {
  let words = 0;
  let quoted = 0;
  for (let at = firstEndingAfter(view.tokens, span.start); at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.start >= span.end) break;
    if (token.kind === "punctuation" || (words === 0 && token.folded === "that")) continue;
    words++;
    if (view.quoteOf[at]! >= 0) quoted++;
  }
  return words === 0 ? 0 : quoted / words;
}

/** Whether words say something, rather than name something: a verb with its auxiliary, or "that". */
export function isClause(view: BodyView, span: Span): boolean {
  for (let at = firstEndingAfter(view.tokens, span.start); at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.start >= span.end) break;
    const kind = view.classes[at];
    if (kind === AUXILIARY || kind === THAT || kind === TO) return true;
    if (kind === OTHER && token.end - token.start > 3 && /(?:ed|ing)$/.test(token.folded))
      return true;
  }
  return false;
}
