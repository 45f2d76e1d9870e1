import { wordsBySpaces } from "../ingest/metadata/wordsBySpaces.ts";
import type { ReadExtent } from "../messages/protocol.ts";

/** Systems count titles, captions and teasers too: less than this share is a part. */
const wholeShare = 0.5;
/** Fewer missing words may be a box beside a short article. */
const fewestMissing = 120;
/** Longer "words" are text in a script without spaces, whose words are counted differently. */
const longestWord = 15;

/**
 * Returns how much of an article was read, if that is far less than the page states; otherwise
 * null.
 */
export function readExtent(body: string, statedWords: number | null): ReadExtent | null {
  const words = wordsBySpaces(body);
  if (statedWords === null || words === 0 || body.length > words * longestWord) return null;
  const isPart = words < wholeShare * statedWords && statedWords - words >= fewestMissing;
  return isPart ? { words, of: statedWords } : null;
}
