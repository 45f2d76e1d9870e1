/**
 * Detects a quote that the page made by joining two quotes that the other outlet prints separately.
 */
import type { Difference } from "../../../model/index.ts";
import { isStopword } from "../../../text/stems.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { type QuotedWords, quotedWordsOf } from "./wordsOfQuotes.ts";

/** A passage of the other article with its index there. */
export interface PlacedPassage {
  readonly ordinal: number;
  readonly passage: PreparedPassage;
}

/** The fewest words of a quote that can be recognised. */
const fewestWords = 3;
const fewestContentWords = 2;
/** Words that may be added between two joined quotes. */
const joints: ReadonlySet<string> = new Set("and but or so because that".split(" "));
/** The most words that may be added there. */
const longestJoint = 2;

/**
 * Returns the "joined" difference between the page's quote and passages of one article; null if the
 * quote was not joined.
 */
export function joinedQuote(
  page: PreparedPassage,
  passages: readonly PlacedPassage[],
): Difference | null {
  for (const own of quotedWordsOf(page)) {
    if (quotesAt(passages, (quote) => holds(quote.keys, own.keys)).length > 0) continue;
    const opening = quotesAt(passages, (quote) => startsWith(own.keys, quote.keys));
    const closing = quotesAt(passages, (quote) => endsWith(own.keys, quote.keys));
    for (const first of opening) {
      const second = closing.find(
        (one) => isJoint(own, first.quote, one.quote) && areApart(first, one),
      );
      if (second === undefined) continue;
      return {
        kind: "joined",
        page: textOf(own),
        corpus: `${textOf(first.quote)} … ${textOf(second.quote)}`,
      };
    }
  }
  return null;
}

interface PlacedQuote {
  readonly ordinal: number;
  readonly quote: QuotedWords;
  /** True if its passage has other words besides the quote, such as who said it. */
  readonly hasFrame: boolean;
  /** True if its passage begins with the quote, as when a quote continues after "he said". */
  readonly isFirst: boolean;
}

function quotesAt(
  passages: readonly PlacedPassage[],
  fits: (quote: QuotedWords) => boolean,
): readonly PlacedQuote[] {
  return passages.flatMap(({ ordinal, passage }) =>
    quotedWordsOf(passage)
      .filter((quote) => isLongEnough(quote) && fits(quote))
      .map((quote) => ({
        ordinal,
        quote,
        hasFrame: quote.words.length < passage.words.length,
        isFirst: quote.words[0] === passage.words[0],
      })),
  );
}

function isLongEnough({ keys, words }: QuotedWords): boolean {
  const contentWords = words.filter(({ folded }) => !isStopword(folded));
  return keys.length >= fewestWords && contentWords.length >= fewestContentWords;
}

/** True if the other outlet prints the page's quote in one piece as well. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  return ` ${whole.join(" ")} `.includes(` ${part.join(" ")} `);
}

function startsWith(whole: readonly string[], part: readonly string[]): boolean {
  return part.every((key, i) => key === whole[i]);
}

function endsWith(whole: readonly string[], part: readonly string[]): boolean {
  const from = whole.length - part.length;
  return part.every((key, i) => key === whole[from + i]);
}

/** True if the two quotes together are the page's quote, apart from a joining word. */
function isJoint({ keys }: QuotedWords, first: QuotedWords, second: QuotedWords): boolean {
  const between = keys.slice(first.keys.length, keys.length - second.keys.length);
  const isWhole = first.keys.length + second.keys.length <= keys.length;
  return isWhole && between.length <= longestJoint && between.every((key) => joints.has(key));
}

/** False for two sentences of one quote, even if the name of the speaker interrupts them. */
function areApart(first: PlacedQuote, second: PlacedQuote): boolean {
  if (second.ordinal <= first.ordinal || !first.hasFrame || !second.hasFrame) return false;
  return !(second.isFirst && second.ordinal === first.ordinal + 1);
}

function textOf({ text, words }: QuotedWords): string {
  return text.slice(words[0]!.start, words.at(-1)!.end);
}
