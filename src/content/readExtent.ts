import { wordsBySpaces } from "../ingest/metadata/wordsBySpaces.ts";
import type { ReadExtent } from "../messages/protocol.ts";

/** Systems count titles, captions and teasers too: less than this share is a part. */
const wholeShare = 0.5;
/** Of a short article a box beside it may be counted. */
const fewestMissing = 120;
/** Longer "words" are text of a script without spaces, whose words are counted in other ways. */
const longestWord = 15;

/** How much of an article was read, where that is far less than its page says there is; else null. */
export function readExtent(body: string, statedWords: number | null): ReadExtent | null {
  const words = wordsBySpaces(body);
  if (statedWords === null || words === 0 || body.length > words * longestWord) return null;
  const isPart = words < wholeShare * statedWords && statedWords - words >= fewestMissing;
  return isPart ? { words, of: statedWords } : null;
}
