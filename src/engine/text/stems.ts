import { stemmer } from "stemmer";
import { classOf, IDEOGRAPH } from "./characters.ts";
import { stopwords } from "./languageTables.ts";
import { remember } from "./remember.ts";

/**
 * Words that a library meets: a Porter stem takes about a microsecond, a look-up a twentieth of
 * that. 30,000 covers the vocabulary of a day's news in about 3 MB; when full it starts again.
 */
const cachedStems = 30_000;

/**
 * Returns Porter's stem of a folded token ("coordinating" → "coordin"); a token that is not a plain
 * word is returned as it is.
 */
export const stem: (folded: string) => string = /* @__PURE__ */ remember(cachedStems, (folded) =>
  isPlainWord(folded) ? stemmer(folded) : folded,
);

/**
 * True for function words that carry no content ("the", "of"); negations are content. In scripts
 * without spaces, runs of few characters count as function words: unrelated texts often share them.
 */
export function isStopword(folded: string): boolean {
  return stopwords.has(folded) || isShortRun(folded);
}

function isShortRun(folded: string): boolean {
  return folded.length < shortestRun && (classOf(folded.charCodeAt(0)) & IDEOGRAPH) !== 0;
}

/** Code units of a script without spaces. */
const shortestRun = 4;

/** Long runs of letters are not words, and the stemmer's time grows with them. */
const longestWord = 40;

function isPlainWord(folded: string): boolean {
  if (folded.length < 3 || folded.length > longestWord) return false;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}
