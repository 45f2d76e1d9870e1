import type { Span } from "../../../model/index.ts";
import { quotedSpans } from "../../../text/quotedSpans.ts";
import { isStopword } from "../../../text/stems.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import type { WordAlignment } from "../wording/wordAlignment.ts";

/** The fewest quoted words that form a core. With fewer, the whole passage is compared. */
const fewestQuotedWords = 5;

/**
 * Returns the indices of the core words: those between quotation marks if there are enough of them,
 * else all words. An unclosed mark extends to the end, one that only closes extends from the start.
 */
export function coreWords(passage: PreparedPassage): readonly number[] {
  const all = passage.words.map((_, index) => index);
  const spans = quotedSpans(passage.text);
  if (spans.length === 0) return all;
  const quoted = all.filter((index) => {
    return isInside(passage.words[index]!, spans);
  });
  return quoted.length < fewestQuotedWords ? all : quoted;
}

/**
 * Returns the quotes of a passage that are somebody's words. The quoted title of a book or a film
 * is not one, unless the whole passage is in title case, as headlines are.
 */
export function quotesIn(passage: PreparedPassage): readonly Span[] {
  const spans = quotedSpans(passage.text);
  if (spans.length === 0) return passage.isQuoted ? [{ start: 0, end: passage.text.length }] : [];
  const isHeadline = areCapitals(passage.words.filter((word) => !isInside(word, spans)));
  return spans.filter((span) => {
    const inside = passage.words.filter((word) => isInside(word, [span]));
    return isHeadline || !areCapitals(inside) || inside.length > mostTitleWords;
  });

  function areCapitals(words: PreparedPassage["words"]): boolean {
    const contentWords = words.filter(({ folded, kind }) => kind === "word" && !isStopword(folded));
    return (
      contentWords.length > 1 &&
      contentWords.every(({ start }) => isCapital(passage.text[start] ?? ""))
    );
  }
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** The most words of a work's title. */
const mostTitleWords = 12;

/** Returns 1 for each unit among the core words, else 0. */
export function coreUnits(passage: PreparedPassage): Uint8Array {
  const { units, words } = passage;
  const isCore = new Uint8Array(units.length);
  let unit = 0;
  for (const index of coreWords(passage)) {
    const { start } = words[index]!;
    while (unit < units.length && units[unit]!.end <= start) unit++;
    if (unit < units.length && units[unit]!.start <= start) isCore[unit] = 1;
  }
  return isCore;
}

/**
 * True if a content word is between quotation marks in both passages, at the same position of the
 * alignment.
 */
export function sharesQuotedWords(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): boolean {
  const ofPage = quotedSpans(page.text);
  const ofCorpus = ofPage.length === 0 ? [] : quotedSpans(corpus.text);
  if (ofCorpus.length === 0) return false;
  return alignment.page.some((index, i) => {
    const word = page.words[index]!;
    const other = corpus.words[alignment.corpus[i]!]!;
    return !isStopword(word.folded) && isInside(word, ofPage) && isInside(other, ofCorpus);
  });
}

function isInside({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}
