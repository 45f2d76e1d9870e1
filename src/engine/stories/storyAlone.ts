import { sourceOfPassage } from "../library/speaker.ts";
import { isMatchable } from "../match/comparePage.ts";
import {
  type ArticleReading,
  defaultLeastScore,
  type PassageId,
  type ReadPassage,
  type StoryAlone,
} from "../model/index.ts";
import { quotedSpans } from "../text/quotedSpans.ts";
import type { ComparedPassages } from "./comparedPairs.ts";
import { foldedWords } from "./foldedWords.ts";
import { keyOf } from "./groupStatements.ts";
import { isPartlyQuoted } from "./partlyQuoted.ts";

/** The most statements of one article that are kept: nearly all articles have fewer. */
const mostShown = 100;

/** So many words in a row are words of the same quote. */
const wordsOfQuote = 4;

/**
 * Returns the keys of the passages that another article has, or may have. In a doubtful pair, a quote
 * is shared only if the other passage has some of its words: what surrounds quotes is alike.
 */
export function sharedIn(pairs: readonly ComparedPassages[]): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const { a, b, score } of pairs) {
    const isSure = score >= defaultLeastScore;
    if (isSure || isShared(a.passage, b.passage)) shared.add(keyOf(a));
    if (isSure || isShared(b.passage, a.passage)) shared.add(keyOf(b));
  }
  return shared;
}

function isShared(one: ReadPassage, other: ReadPassage): boolean {
  if (!isPartlyQuoted(one)) return true;
  const runs = new Set(runsOf(other.text));
  return quotedTexts(one).some((text) => runsOf(text).some((run) => runs.has(run)));
}

function quotedTexts({ text }: ReadPassage): readonly string[] {
  const spans = quotedSpans(text);
  return spans.length === 0 ? [text] : spans.map(({ start, end }) => text.slice(start, end));
}

function runsOf(text: string): readonly string[] {
  const words = foldedWords(text);
  return words.slice(wordsOfQuote - 1).map((_, at) => words.slice(at, at + wordsOfQuote).join(" "));
}

/**
 * Returns what no other article of the story has, not even as a doubtful match: statements with
 * quotes, numbers, days and names come first.
 * @param shared keys of the passages that another article has, or may have
 */
export function aloneIn(
  reading: ArticleReading,
  article: number,
  shared: ReadonlySet<string>,
): StoryAlone {
  const own = reading.passages.flatMap((passage, ordinal) => {
    // A quote of several sentences is represented by them.
    const isSentence = passage.in === "body" && passage.unit === "sentence";
    const isOwn = isSentence && !shared.has(keyOf({ article, ordinal }));
    return isOwn && isMatchable(passage) && !isPartOfShared(reading, article, passage, shared)
      ? [{ passage, ordinal }]
      : [];
  });
  const shown = [...own]
    .sort(
      (a, b) => informativeness(b.passage) - informativeness(a.passage) || a.ordinal - b.ordinal,
    )
    .slice(0, mostShown);
  return {
    article,
    count: own.length,
    passages: shown.map(({ passage, ordinal }) => ({
      id: `${reading.article.id}:${ordinal}` as PassageId,
      text: passage.text,
      kind: passage.isQuoted || passage.unit === "quote" ? "quote" : "claim",
      speaker: sourceOfPassage(reading, passage).speaker,
    })),
  };
}

/** True for a sentence within a quote that others have, and for a quote with such a sentence. */
function isPartOfShared(
  { passages }: ArticleReading,
  article: number,
  one: ReadPassage,
  shared: ReadonlySet<string>,
): boolean {
  return passages.some(
    (other, ordinal) =>
      other.in === one.in &&
      other.start < one.end &&
      one.start < other.end &&
      shared.has(keyOf({ article, ordinal })),
  );
}

function informativeness({ isQuoted, numbers, dates, names }: ReadPassage): number {
  return (
    (isQuoted ? 2 : 0) +
    Math.min(2, numbers.length) * 1.5 +
    Math.min(1, dates.length) +
    Math.min(2, names.length)
  );
}
