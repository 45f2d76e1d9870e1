/** Finds where the content begins after its cue, and where it continues after the clause. */
import type { Span } from "../../model/index.ts";
import { COLON, COMMA, OPEN_QUOTE, PREPOSITION, STOP, THAT, WH } from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { addressedCues, speechCues } from "../cues/cueKinds.ts";
import { firstEndingAfter } from "../locate.ts";
import { contentAfter, isCircumstance } from "./contentSpan.ts";

/** Returns the span, with its marks, of the quotation that opens at a token; null if none does. */
export function quotationAt(view: BodyView, at: number): Span | null {
  const quote = view.classes[at] === OPEN_QUOTE ? view.quoteOf[at]! : -1;
  return quote < 0 ? null : view.quotations[quote]!.outer;
}

/** Returns the content after the clause: the quotation, or the sentence around "X said". */
export function restAfter(
  view: BodyView,
  clauseFirst: number,
  clauseNext: number,
  limit: number,
): readonly Span[] {
  const quoted = restOfQuote(view, clauseNext, limit);
  if (quoted.length > 0 || view.classes[clauseNext] !== COMMA) return quoted;
  if (view.classes[clauseFirst - 1] !== COMMA || view.quoteOf[clauseFirst - 2]! >= 0) return [];
  // "…, X said, as the president left": when it was said, not what.
  const opener = view.classes[clauseNext + 1];
  if (opener === PREPOSITION || opener === WH) return [];
  const rest = contentAfter(view, clauseNext, limit);
  return rest === null ? [] : [rest];
}

/**
 * Returns where the content begins: at "that", a quotation or a question word after circumstances.
 */
export function contentStart(view: BodyView, cue: Cue, from: number, limit: number): number {
  if (!speechCues.has(cue.key) && !addressedCues.has(cue.key)) return from;
  const past = pastCiting(view, from, limit);
  if (past !== null) return past;
  for (let at = from; at < Math.min(limit, from + 14); at++) {
    const kind = view.classes[at]!;
    if (kind === THAT || kind === OPEN_QUOTE)
      return hasOnlyCircumstances(view, from, at) ? at : from;
    if (kind === COLON) return isSpeechColon(view, from, at) ? at + 1 : from;
    // "saying at the news conference, “It has to stop.”"
    const leads = kind === COMMA && view.classes[at + 1] === OPEN_QUOTE;
    if (leads && isCircumstanceStart(view, from)) return at + 1;
    if (kind === WH || kind === COMMA) break;
  }
  return from;
}

/** "Reuters reported, citing two officials, | that …": past who is cited between commas; or null. */
function pastCiting(view: BodyView, from: number, limit: number): number | null {
  const citing = view.tokens[from + 1]?.folded;
  if (view.classes[from] !== COMMA || (citing !== "citing" && citing !== "quoting")) return null;
  for (let at = from + 2; at < Math.min(limit, from + 24); at++) {
    if (view.classes[at] === COMMA && view.classes[at + 1] === THAT) return at + 1;
  }
  return null;
}

/**
 * True for the colon of "told reporters: “…”", not of "announced talks on two matters: trade and
 * …".
 */
function isSpeechColon(view: BodyView, from: number, colon: number): boolean {
  return view.classes[colon + 1] === OPEN_QUOTE || colon - from < 4;
}

/**
 * "said on July 15 that", "told Erdogan in a phone call Sunday that": true if only circumstances
 * are in between, no clause.
 */
function hasOnlyCircumstances(view: BodyView, from: number, at: number): boolean {
  if (at === from) return true;
  const kind = view.classes[at]!;
  return kind === THAT && isCircumstanceStart(view, from);
}

function isCircumstanceStart(view: BodyView, from: number): boolean {
  return isCircumstance(view, from, from + 1);
}

/**
 * Returns the token after day names and prepositional phrases, up to the comma or stop that ends
 * them.
 */
export function circumstanceEnd(view: BodyView, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const kind = view.classes[at]!;
    if (kind === COMMA || kind === STOP || kind === OPEN_QUOTE) break;
    at++;
  }
  return at;
}

/**
 * Returns how a split quotation continues after its clause (“…,” he said, “…”): the next quotation,
 * and those that follow in the paragraph.
 */
export function restOfQuote(view: BodyView, from: number, limit: number): Span[] {
  let at = from;
  while (at < view.tokens.length && isBetween(view.classes[at]!)) at++;
  const quote = view.quoteOf[at] ?? -1;
  if (quote < 0 || view.classes[at] !== OPEN_QUOTE) return [];
  const isLater = at >= limit;
  if (isLater && (!isSameParagraph(view, from, at) || hasOwnClause(view, quote))) return [];
  return [view.quotations[quote]!.outer];
}

/**
 * “…,” said X. “…,” said Y: true if words after a quotation, in its last sentence, name its source.
 */
function hasOwnClause(view: BodyView, quote: number): boolean {
  const next = firstEndingAfter(view.tokens, view.quotations[quote]!.outer.end);
  const isSameSentence =
    next < view.tokens.length && view.sentenceOf[next] === view.sentenceOf[next - 1];
  return isSameSentence && view.classes[next] !== STOP;
}

function isBetween(kind: number): boolean {
  return kind === COMMA || kind === STOP || kind === COLON || kind === WH;
}

function isSameParagraph(view: BodyView, from: number, at: number): boolean {
  const before = view.tokens[from - 1];
  return (
    before !== undefined && !view.text.slice(before.end, view.tokens[at]!.start).includes("\n\n")
  );
}
