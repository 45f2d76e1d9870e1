import { wordsBySpaces } from "./wordsBySpaces.ts";

/** Systems count titles, captions and teasers too: less than this share is a part. */
const wholeShare = 0.5;
/** Fewer missing words may be a box beside a short article. */
const fewestMissing = 120;
/** Longer "words" are text in a script without spaces, whose words are counted differently. */
const longestWord = 15;

/**
 * Returns how much of an article was read, in words, if that is far less than the page states;
 * otherwise null.
 * @param texts the parts of its body
 */
export function readExtent(
  texts: readonly string[],
  statedWords: number | null,
): { readonly words: number; readonly of: number } | null {
  if (statedWords === null) return null;
  let words = 0;
  let chars = 0;
  for (const text of texts) {
    words += wordsBySpaces(text);
    chars += text.length;
  }
  if (words === 0 || chars > words * longestWord) return null;
  const isPart = words < wholeShare * statedWords && statedWords - words >= fewestMissing;
  return isPart ? { words, of: statedWords } : null;
}
