import type { Span } from "../../model/index.ts";
import { COMMA, DASH } from "../../text/wordTraits.ts";
import { firstEndingAfter } from "../locate.ts";
import { isOfSentenceBefore, thatAfter } from "./reportsSpeech.ts";
import type { TableSource } from "./tableSourcePhrase.ts";
import type { TableCue, TableView } from "./tableView.ts";

/** A stretch of fewer tokens is not a statement; in languages without articles, fewer are enough. */
const [fewestTokens, fewestWithoutArticles] = [3, 2];

/**
 * Returns the quotations that a sentence gives: those that touch it, and one that begins after its
 * colon. By their index.
 */
export function quotesOfSentence({ view }: TableView, sentence: number): readonly number[] {
  const { start, end } = view.sentences[sentence]!;
  const found: number[] = [];
  let index = firstEndingAfter(view.quotations, start);
  // "„…?“ | Smith fragte": the sentence begins where the quotation ends.
  if (index > 0 && isRightBefore(view.text, view.quotations[index - 1]!.outer.end, start)) index--;
  for (; index < view.quotations.length && view.quotations[index]!.outer.start < end; index++) {
    if (found.length < mostQuotes) found.push(index);
  }
  const following = view.quotations[index];
  const leadsOn = view.text[end - 1] === ":" || view.text[end - 1] === ",";
  if (leadsOn && following !== undefined && isRightBefore(view.text, end, following.outer.start)) {
    found.push(index);
  }
  return found;
}

/** The most quotations in one sentence that are read. */
const mostQuotes = 24;

function isRightBefore(text: string, end: number, start: number): boolean {
  return start - end < 6 && start >= end && text.slice(end, start).trim() === "";
}

/**
 * Returns the content of a cue without a quotation: the clause after "that", or the rest of its
 * sentence.
 */
export function indirectContent(
  from: TableView,
  cue: TableCue,
  source: TableSource,
  first: number,
  next: number,
): Span | null {
  if (cue.kind === "colon") return null;
  if (cue.kind === "verb") {
    const before = ofThis(from, cue, first);
    if (before !== null) return before;
    const that = thatAfter(from, cue.next, next);
    if (that !== null) return span(from, that, next);
  }
  const after = Math.max(cue.next, source.first >= cue.first ? source.next : cue.next);
  const start = afterMark(from, after, next, cue.kind === "before" ? 2 : farMark);
  const later = span(from, start, next);
  const isOpening = cue.first - first <= longestOpening || source.first < cue.first;
  const closesClause = cue.kind !== "before" && isMark(from, cue.first - 1);
  const isBefore = source.first < cue.first && !closesClause;
  const earlier = span(from, first, isBefore ? clauseBefore(from, source.first, first) : cue.first);
  if (cue.kind === "before" && earlier !== null && later !== null) {
    return later.end - later.start > earlier.end - earlier.start ? later : earlier;
  }
  if (from.reading.table.speech.verbLast && cue.kind === "verb")
    return span(from, source.next, cue.first) ?? earlier;
  return isOpening && !(closesClause && source.first > cue.first)
    ? (later ?? earlier)
    : (earlier ?? later);
}

/** "Das sagte Merkel", "Об этом сообщил Песков": the sentence before in the same paragraph; or null. */
function ofThis(from: TableView, cue: TableCue, first: number): Span | null {
  const { view } = from;
  const sentence = view.sentenceOf[first]! - 1;
  if (sentence < 0 || !isOfSentenceBefore(from, cue, first)) return null;
  const before = view.sentences[sentence]!;
  const isNear = !view.text.slice(before.end, view.sentences[sentence + 1]!.start).includes("\n");
  return isNear ? before : null;
}

/** "Am Mittwoch | sagte": the most tokens before the verb that opens its sentence. */
const longestOpening = 4;

/** "Die Straße bleibt zu, | wie die Polizei mitteilte": the mark that ends the clause before the source's. */
function clauseBefore(from: TableView, source: number, first: number): number {
  let mark = source;
  while (mark > first && !isMark(from, mark)) mark--;
  return mark;
}

function isMark({ view }: TableView, at: number): boolean {
  return view.classes[at] === COMMA || view.classes[at] === DASH;
}

/** "sagte Merkel am Mittwoch in Berlin, | …" */
const farMark = 12;

/** Returns the token after the next comma, if one is near. */
function afterMark(from: TableView, at: number, next: number, reach: number): number {
  for (let mark = at; mark < Math.min(next, at + reach); mark++) {
    if (isMark(from, mark)) return mark + 1;
  }
  return at;
}

function span({ view, reading }: TableView, first: number, next: number): Span | null {
  let [start, end] = [first, next];
  while (start < end && view.tokens[start]!.kind === "punctuation" && view.quoteOf[start]! < 0)
    start++;
  while (end > start && view.tokens[end - 1]!.kind === "punctuation") end--;
  const fewest = reading.table.definiteArticles.size === 0 ? fewestWithoutArticles : fewestTokens;
  if (end - start < fewest) return null;
  return { start: view.tokens[start]!.start, end: view.tokens[end - 1]!.end };
}
