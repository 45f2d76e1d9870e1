import type { Span } from "../../model/index.ts";
import {
  AUXILIARY,
  DETERMINER,
  NAME,
  OTHER,
  PRONOUN,
  ROLE,
  THAT,
  TO,
} from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import { firstEndingAfter } from "../locate.ts";

/** Returns the share of a span's words that is in quotations, not counting "that": 0..1. */
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

/**
 * True for a verb in -s, judged by the subject before it and the word after it: "the town | needs
 * help".
 */
function isPresentVerb(view: BodyView, at: number, { start }: Span): boolean {
  const { tokens, classes } = view;
  if (tokens[at]!.start <= start || !/[^s]s$/.test(tokens[at]!.folded)) return false;
  const before = classes[at - 1]!;
  const isSubject = before === OTHER || before === ROLE || before === NAME || before === PRONOUN;
  const after = classes[at + 1];
  return (
    isSubject && !tokens[at - 1]!.folded.endsWith("s") && (after === OTHER || after === DETERMINER)
  );
}

/**
 * True if the words state something rather than name something: a verb with its auxiliary, or
 * "that".
 */
export function isClause(view: BodyView, span: Span): boolean {
  for (let at = firstEndingAfter(view.tokens, span.start); at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.start >= span.end) break;
    const kind = view.classes[at];
    if (kind === AUXILIARY || kind === THAT || kind === TO) return true;
    if (kind === OTHER && isPresentVerb(view, at, span)) return true;
    if (kind === OTHER && token.end - token.start > 3 && /(?:ed|ing)$/.test(token.folded))
      return true;
  }
  return false;
}
