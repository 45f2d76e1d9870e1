/**
 * An entry of a segment's forward array, in one word:
 *
 *   31       24 23                                    0
 *   ┌──────────┬────────────────────────────────────────┐
 *   │  times   │  place of the term in the dictionary   │
 *   └──────────┴────────────────────────────────────────┘
 *
 * `times` counts the passages of the same article with the term, up to 255: a term that occurs all
 * over an article does not distinguish its passages.
 */
export const mostTimes = 255;

const placeBits = 24;
/** The most terms of a dictionary. */
export const mostPlaces = 1 << placeBits;

/**
 * Packs the place of a term in the dictionary and how often it occurs; counts above `mostTimes` are
 * cut.
 */
export function forwardEntry(place: number, times: number): number {
  return (place | (Math.min(times, mostTimes) << placeBits)) >>> 0;
}

/** Returns the place of the term in the dictionary. */
export function placeOfEntry(entry: number): number {
  return entry & (mostPlaces - 1);
}

/** Returns in how many passages of its article the term occurs. */
export function timesOfEntry(entry: number): number {
  return entry >>> placeBits;
}
