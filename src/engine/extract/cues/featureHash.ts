/**
 * Hashes features to buckets of a table of weights. The number of buckets is a power of two.
 */

/** Returns the bucket of a feature by its number, and the hashes of its value and its context. */
export function bucketOf(feature: number, value: number, context: number, buckets: number): number {
  let sum = Math.imul(value ^ feature, 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 13) ^ context, 0x5bd1e995);
  sum ^= sum >>> 15;
  return (sum >>> 0) % buckets;
}

/** Returns the hash of a text, 32 bits: FNV-1a. */
export function hashOf(letters: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < letters.length; at++) {
    sum = Math.imul(sum ^ letters.charCodeAt(at), 0x01000193);
  }
  return sum;
}
