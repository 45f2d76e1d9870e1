/**
 * Finds what was changed in a quote that two outlets print: words that one leaves out, adds or
 * replaces. The quoted words of both are aligned; if nearly all are the same, the words between the
 * aligned ones are the change. Punctuation, capitals, contractions ("can't"), words run together
 * ("#OurCity"), shortened titles, masked letters, marked omissions and an editor's brackets are no
 * changes, nor is cutting off a fragment or a following sentence. Time: the product of the lengths,
 * which preparePassage bounds.
 */
import type { Difference } from "../../../model/index.ts";
import { commonSubsequence } from "../../../text/commonSubsequence.ts";
import { isStopword } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { type QuotedWords, quotedWordsOf } from "./wordsOfQuotes.ts";

/**
 * The fewest words, and content words, that two quotes must share. Shorter ones are common phrases.
 */
const fewestCommon = 4;
const fewestContentWords = 2;
/**
 * The share of the shorter quote's content words that the other must contain. With less, the two
 * are different translations.
 */
const leastCommonShare = 0.6;
/** The most changes. With more, the wording is different altogether. */
const mostChanges = 3;
/**
 * The most words in one replacement. With more, or with more than half of the shared words, the
 * wording is different altogether.
 */
const mostExchanged = 4;
const mostExchangedShare = 0.5;
/**
 * The most words left out in one place, per shared word. With more, one quote is only a phrase of
 * the other.
 */
const mostLeftOut = 1.5;
/** From so many shared words on, a quote that is otherwise the same may be cut off anywhere. */
const fewestOfCut = 5;

/**
 * Returns the changes between the quotes of two passages; empty if no two quotes are the same
 * utterance. Each quote is compared with the unused one that it shares most with.
 */
export function quoteChanges(
  page: PreparedPassage,
  corpus: PreparedPassage,
): readonly Difference[] {
  const theirs = quotedWordsOf(corpus);
  const found = quotedWordsOf(page).flatMap((own, i) =>
    theirs.flatMap((other, j) => {
      const compared = compareQuotes(own, other);
      return compared === null ? [] : [{ i, j, ...compared }];
    }),
  );
  const taken = { page: new Set<number>(), corpus: new Set<number>() };
  return found
    .sort((a, b) => b.common - a.common)
    .flatMap(({ i, j, changes }) => {
      if (taken.page.has(i) || taken.corpus.has(j)) return [];
      taken.page.add(i);
      taken.corpus.add(j);
      return changes;
    });
}

/** A half-open range of one quote's words. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface ComparedQuotes {
  readonly common: number;
  readonly changes: readonly Difference[];
}

function compareQuotes(page: QuotedWords, corpus: QuotedWords): ComparedQuotes | null {
  const common = withoutStrays(commonSubsequence(page.stems, corpus.stems, mostCells) ?? [], page);
  const contentWords = common.filter(({ inA }) => !isStopword(page.keys[inA]!)).length;
  if (common.length < fewestCommon || contentWords < fewestContentWords) return null;
  const least = Math.min(contentWordsIn(page), contentWordsIn(corpus));
  if (contentWords < leastCommonShare * least) return null;
  const gaps = gapsBetween(page, corpus, common).filter((gap) => isChange(page, corpus, gap));
  const isCutOff =
    gaps.length === 1 && common.length >= fewestOfCut && gaps[0]!.own.from > common.at(-1)!.inA;
  const isOther =
    gaps.length > mostChanges ||
    gaps.some((gap) => isFilled(gap) && longest(gap) > mostExchanged) ||
    (!isCutOff && gaps.some((gap) => longest(gap) > mostLeftOut * common.length)) ||
    exchangedWords(gaps) > mostExchangedShare * common.length;
  return isOther
    ? null
    : { common: common.length, changes: gaps.map((gap) => changeOf(page, corpus, gap)) };
}

interface SharedWord {
  readonly inA: number;
  readonly inB: number;
}

/** Returns the shared words without common ones that stand far from the others, at either end. */
function withoutStrays(
  common: readonly SharedWord[],
  { keys }: QuotedWords,
): readonly SharedWord[] {
  const isStray = (at: number, beside: number) => {
    const [word, next] = [common[at]!, common[beside]!];
    const apart = Math.max(Math.abs(word.inA - next.inA), Math.abs(word.inB - next.inB)) - 1;
    return apart > mostExchanged && isStopword(keys[word.inA]!);
  };
  let [from, to] = [0, common.length];
  while (to - from > 1 && isStray(from, from + 1)) from++;
  while (to - from > 1 && isStray(to - 1, to - 2)) to--;
  return common.slice(from, to);
}

/** The largest alignment table: quotes have up to 160 words. */
const mostCells = 30_000;

function contentWordsIn({ keys }: QuotedWords): number {
  return keys.filter((key) => !isStopword(key)).length;
}

function longest({ own, other }: Gap): number {
  return Math.max(own.to - own.from, other.to - other.from);
}

function exchangedWords(gaps: readonly Gap[]): number {
  return gaps.filter(isFilled).reduce((sum, gap) => sum + longest(gap), 0);
}

interface Gap {
  readonly own: Range;
  readonly other: Range;
}

/**
 * Returns the gaps between shared words, empty ones too; before the first and after the last, only
 * what belongs to the same sentence.
 */
function gapsBetween(
  page: QuotedWords,
  corpus: QuotedWords,
  common: readonly SharedWord[],
): readonly Gap[] {
  const first = common[0]!;
  const last = common.at(-1)!;
  const gaps: Gap[] = [];
  const opening = {
    own: { from: sentenceStart(page, first.inA), to: first.inA },
    other: { from: sentenceStart(corpus, first.inB), to: first.inB },
  };
  const closing = {
    own: { from: last.inA + 1, to: sentenceEnd(page, last.inA) },
    other: { from: last.inB + 1, to: sentenceEnd(corpus, last.inB) },
  };
  const areClauses = page.isClause && corpus.isClause;
  const beginAlike = !isFilled(opening) || isExchange(opening);
  if (isFilled(opening) ? beginAlike : areClauses) gaps.push(opening);
  common.slice(1).forEach(({ inA, inB }, i) => {
    gaps.push({
      own: { from: common[i]!.inA + 1, to: inA },
      other: { from: common[i]!.inB + 1, to: inB },
    });
  });
  const isCut = areClauses
    ? beginAlike
    : first.inA === 0 && first.inB === 0 && isEnded(page, corpus, closing);
  if (isFilled(closing) ? isExchange(closing) : isCut) gaps.push(closing);
  return gaps;
}

/** True if the quote that has no more words ends as a sentence does, as if it were complete. */
function isEnded(page: QuotedWords, corpus: QuotedWords, { own, other }: Gap): boolean {
  const [{ text, words }, { to }] = own.from === own.to ? [page, own] : [corpus, other];
  return /^[.!?]/.test(text.slice(words[to - 1]!.end));
}

/**
 * True for a replacement. At either end of a quote, a longer gap is another sentence or a
 * continuation instead.
 */
function isExchange(gap: Gap): boolean {
  return longest(gap) <= mostExchanged;
}

function isFilled({ own, other }: Gap): boolean {
  return own.to > own.from && other.to > other.from;
}

function sentenceStart({ text, words }: QuotedWords, at: number): number {
  let start = at;
  while (start > 0 && !endsSentence(text, words[start - 1]!, words[start]!)) start--;
  return start;
}

function sentenceEnd({ text, words }: QuotedWords, at: number): number {
  let end = at + 1;
  while (end < words.length && !endsSentence(text, words[end - 1]!, words[end]!)) end++;
  return end;
}

function endsSentence(text: string, before: Token, after: Token): boolean {
  if (!/[.!?]["'”’]?\s/.test(text.slice(before.end, after.start))) return false;
  return after.kind !== "number" && !abbreviations.test(before.folded);
}

const abbreviations = /^(?:mr|mrs|ms|dr|gen|sen|gov|rep|st|jan|feb|aug|sept|oct|nov|dec|\p{L})$/u;

/** Filler words, which some transcripts leave out. */
const fillers: ReadonlySet<string> = new Set(
  "the a an that and so well um uh er you know is".split(" "),
);

/**
 * False if a gap contains only filler words, the same letters in other words, or masked letters, and
 * for other words beside an ellipsis: an outlet that marks a cut does not put one word for another.
 */
function isChange(page: QuotedWords, corpus: QuotedWords, { own, other }: Gap): boolean {
  const lettersOf = (quote: QuotedWords, range: Range) =>
    textOf(quote, range)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  if (lettersOf(page, own) === lettersOf(corpus, other)) return false;
  const has = (mark: RegExp) => mark.test(around(page, own)) || mark.test(around(corpus, other));
  if (has(mask) || (isFilled({ own, other }) && has(ellipsis))) return false;
  const says = ({ keys }: QuotedWords, { from, to }: Range) =>
    keys.slice(from, to).some((key) => !fillers.has(key));
  return says(page, own) || says(corpus, other);
}

const mask = /\*/;
const ellipsis = /…|\.\s?\.\s?\./;

/** Returns the text of a range with what stands between it and the words beside it. */
function around({ text, words }: QuotedWords, { from, to }: Range): string {
  const start = words[from - 1]?.end ?? words[0]!.start;
  return text.slice(start, words[to]?.start ?? words.at(-1)!.end + maskChars);
}

/** Letters that may be masked at the end of a quote's last word. */
const maskChars = 2;

function changeOf(page: QuotedWords, corpus: QuotedWords, { own, other }: Gap): Difference {
  const texts = { page: textOf(page, own), corpus: textOf(corpus, other) };
  if (texts.page === "") return { kind: "omitted", ...texts };
  return { kind: texts.corpus === "" ? "added" : "exchanged", ...texts };
}

function textOf({ text, words }: QuotedWords, { from, to }: Range): string {
  return from >= to ? "" : text.slice(words[from]!.start, words[to - 1]!.end);
}
