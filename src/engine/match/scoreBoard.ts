/**
 * Scores by number in one array for a whole library, cleared by what was touched. A score counts
 * as much as its number's norm leaves of it: long passages share more without saying more.
 */
export class ScoreBoard {
  readonly #scores: Float32Array;
  readonly #touched: Uint32Array;
  /** The step of score of each touched number, and how many stand on each step. */
  readonly #bucketOf: Uint16Array;
  readonly #buckets = new Uint32Array(bucketCount);
  #count = 0;

  readonly #norms: Float32Array;

  /** For the numbers that have a norm. */
  constructor(norms: Float32Array) {
    const end = norms.length;
    this.#norms = norms;
    this.#scores = new Float32Array(end);
    this.#touched = new Uint32Array(end);
    this.#bucketOf = new Uint16Array(end);
  }

  raise(number: number, by: number): void {
    if (this.#scores[number] === 0) this.#touched[this.#count++] = number;
    this.#scores[number]! += by;
  }

  /** Raises `first + passage` for postings below `end`; those already touched, or all of them. */
  raiseAll(
    postings: Uint32Array,
    first: number,
    end: number,
    by: number,
    onlyTouched: boolean,
  ): void {
    const scores = this.#scores;
    const touched = this.#touched;
    let count = this.#count;
    for (let i = 0; i < postings.length; i++) {
      const passage = postings[i]!;
      if (passage >= end) continue;
      const number = first + passage;
      const score = scores[number]!;
      if (score === 0) {
        if (onlyTouched) continue;
        touched[count++] = number;
      }
      scores[number] = score + by;
    }
    this.#count = count;
  }

  /**
   * About the `most` highest, in no order: whole steps of score from the top, as many as fit. Of a
   * step that alone is too large the first by `orderOf` are taken, so that the answer does not
   * depend on how numbers were given.
   */
  best(most: number, orderOf: (number: number) => number): readonly number[] {
    const least = this.#leastBucket(most);
    const best: number[] = [];
    const edge: number[] = [];
    for (let i = 0; i < this.#count; i++) {
      const bucket = this.#bucketOf[i]!;
      if (bucket >= least) best.push(this.#touched[i]!);
      else if (bucket === least - 1) edge.push(this.#touched[i]!);
    }
    if (best.length >= most / 4 || edge.length === 0) return best;
    const keys = new Map(edge.map((number) => [number, orderOf(number)]));
    edge.sort((a, b) => keys.get(a)! - keys.get(b)! || a - b);
    return [...best, ...edge.slice(0, most - best.length)];
  }

  clear(): void {
    for (let i = 0; i < this.#count; i++) this.#scores[this.#touched[i]!] = 0;
    this.#count = 0;
  }

  /** The lowest step down to which not more than `most` were touched. */
  #leastBucket(most: number): number {
    const buckets = this.#buckets.fill(0);
    for (let i = 0; i < this.#count; i++) {
      const number = this.#touched[i]!;
      const bucket = bucketOf(this.#scores[number]! * this.#norms[number]!);
      this.#bucketOf[i] = bucket;
      buckets[bucket]!++;
    }
    let least = bucketCount;
    for (let sum = 0; least > 0; least--) {
      sum += buckets[least - 1]!;
      if (sum > most) break;
    }
    return least;
  }
}

const bucketCount = 1024;
const bucketsPerBit = 8;

function bucketOf(score: number): number {
  return Math.min(bucketCount - 1, (score * bucketsPerBit) | 0);
}
