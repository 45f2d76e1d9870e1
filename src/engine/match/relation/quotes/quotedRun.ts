import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { type QuotedWords, quotedWordsOf } from "./wordsOfQuotes.ts";

/** The fewest units of a quote that both outlets must share. */
const fewestUnits = 3;
/**
 * The fewest bits (about two rare words) if the articles describe the same matter or the speaker is
 * the same.
 */
const fewestBitsOfOne = 18;
/** The fewest bits otherwise: set phrases such as "innocent until proven guilty" must not count. */
const fewestBits = 40;

/**
 * True if a quote of one passage occurs word for word within a quote of the other, however short: a
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
        isDistinctive(short === one ? page : corpus, short, least) && stands(short.keys, long.keys)
      );
    }),
  );
}

function isDistinctive({ units }: PreparedPassage, { words }: QuotedWords, least: number): boolean {
  const [first] = words;
  if (first === undefined) return false;
  const last = words.at(-1)!;
  const quotedUnits = units.filter(({ start, end }) => start >= first.start && end <= last.end);
  const bits = quotedUnits.reduce((sum, { weight }) => sum + weight, 0);
  return quotedUnits.length >= fewestUnits && bits >= least;
}

function stands(short: readonly string[], long: readonly string[]): boolean {
  return ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}
