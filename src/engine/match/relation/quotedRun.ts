import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import { type QuotedWords, quotedWordsOf } from "./quoteChanges.ts";

/** Three telling words between quotation marks are somebody's, if both outlets quote them. */
const fewestTelling = 3;
/** About two rare words, where the articles tell of one matter or one person says it. */
const fewestBitsOfOne = 18;
/** Elsewhere "innocent until proven guilty" is everybody's. */
const fewestBits = 40;

/**
 * True if a quote of one passage stands word for word within a quote of the other, however short: a
 * headline's "a gift to our rivals".
 */
export function sharesWholeQuote(
  page: PreparedPassage,
  corpus: PreparedPassage,
  isOneMatter: boolean,
): boolean {
  const least = isOneMatter ? fewestBitsOfOne : fewestBits;
  const own = quotedWordsOf(page);
  if (own.length === 0) return false;
  const theirs = quotedWordsOf(corpus);
  return own.some((one) =>
    theirs.some((other) => {
      const [short, long] = one.keys.length <= other.keys.length ? [one, other] : [other, one];
      return (
        tellsEnough(short === one ? page : corpus, short, least) && stands(short.keys, long.keys)
      );
    }),
  );
}

function tellsEnough({ units }: PreparedPassage, { words }: QuotedWords, least: number): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false;
  const telling = units.filter(({ start, end }) => start >= first.start && end <= last.end);
  const bits = telling.reduce((sum, { weight }) => sum + weight, 0);
  return telling.length >= fewestTelling && bits >= least;
}

function stands(short: readonly string[], long: readonly string[]): boolean {
  return ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}
