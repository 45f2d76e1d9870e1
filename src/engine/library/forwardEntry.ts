/**
 * An entry of a segment's forward array, in one word:
 *
 *   31       24 23                                    0
 *   ┌──────────┬────────────────────────────────────────┐
 *   │  times   │  index of the term in the dictionary   │
 *   └──────────┴────────────────────────────────────────┘
 *
 * `times` counts the passages of the same article with the term, up to 255: a term that occurs all
 * over an article does not distinguish its passages.
 */
export const mostTimes = 255;

const indexBits = 24;
/** The most terms of a dictionary. */
export const mostDictionaryTerms = 1 << indexBits;

/**
 * Packs a term's index in the dictionary and how often it occurs; counts above `mostTimes` are
 * cut.
 */
export function forwardEntry(index: number, times: number): number {
  return (index | (Math.min(times, mostTimes) << indexBits)) >>> 0;
}

/** Returns the index of the term in the dictionary. */
export function dictionaryIndexOf(entry: number): number {
  return entry & (mostDictionaryTerms - 1);
}

/** Returns in how many passages of its article the term occurs. */
export function passageCountOf(entry: number): number {
  return entry >>> indexBits;
}

/** Returns the entry with another index in the dictionary. */
export function entryAt(index: number, entry: number): number {
  return (index | (entry & ~(mostDictionaryTerms - 1))) >>> 0;
}
