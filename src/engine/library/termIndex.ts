/**
 * A sorted dictionary of term hashes with postings, used in place. Reads stay inside the arrays,
 * whatever these contain.
 */
export class TermIndex {
  readonly #hashes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #postings: Uint32Array;

  constructor(hashes: Uint32Array, starts: Uint32Array, postings: Uint32Array) {
    this.#hashes = hashes;
    this.#starts = starts;
    this.#postings = postings;
  }

  /** The number of terms. */
  get size(): number {
    return this.#hashes.length;
  }

  /** Returns the hash at an index of the dictionary; 0 for an index out of bounds. */
  hashAt(index: number): number {
    return this.#hashes[index] ?? 0;
  }

  /** Returns the index of a hash, by binary search, or -1. */
  indexOf(hash: number): number {
    const hashes = this.#hashes;
    let low = 0;
    let high = hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = hashes[middle]!;
      if (found === hash) return middle;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Returns how many passages have the term at an index; 0 for -1. */
  timesAt(index: number): number {
    const start = this.#starts[index];
    const end = this.#starts[index + 1];
    if (start === undefined || end === undefined || start >= end) return 0;
    return Math.min(end, this.#postings.length) - Math.min(start, this.#postings.length);
  }

  /**
   * Returns the passages that have the term at an index, ascending; empty for -1. Check each against
   * the number of passages.
   */
  postingsAt(index: number): Uint32Array {
    const start = this.#starts[index];
    const end = this.#starts[index + 1];
    if (start === undefined || end === undefined || start >= end) return nothing;
    return this.#postings.subarray(start, end);
  }
}

const nothing = new Uint32Array(0);
