/**
 * Scores by number, in one array for the whole library; clearing it costs only the scores that
 * changed. Scores are multiplied by each number's norm, since long passages share more words
 * without saying more.
 */
export class ScoreBoard {
  readonly #scores: Float32Array;
  readonly #touched: Uint32Array;
  /**
   * The count of numbers on each score step; those that cannot be among the highest are not
   * counted.
   */
  readonly #onStep = new Uint32Array(stepCount);
  readonly #norms: Float32Array;
  readonly #mostNorm: number;
  #count = 0;

  /**
   * Creates a board for the numbers that have a norm.
   * @param mostNorm the highest norm
   */
  constructor(norms: Float32Array, mostNorm: number) {
    this.#norms = norms;
    this.#mostNorm = mostNorm;
    this.#scores = new Float32Array(norms.length);
    this.#touched = new Uint32Array(norms.length);
  }

  /** Adds to the score of a number. */
  raise(number: number, by: number): void {
    if (this.#scores[number] === 0) this.#touched[this.#count++] = number;
    this.#scores[number]! += by;
  }

  /** Raises `first + passage` for postings below `end`. */
  raiseAll(postings: Uint32Array, first: number, end: number, by: number): void {
    const scores = this.#scores;
    const touched = this.#touched;
    let count = this.#count;
    for (let i = 0; i < postings.length; i++) {
      const passage = postings[i]!;
      if (passage >= end) continue;
      const number = first + passage;
      const score = scores[number]!;
      if (score === 0) touched[count++] = number;
      scores[number] = score + by;
    }
    this.#count = count;
  }

  /** As `raiseAll`, but only for numbers that have a score already. */
  raiseTouched(postings: Uint32Array, first: number, end: number, by: number): void {
    const scores = this.#scores;
    for (let i = 0; i < postings.length; i++) {
      const passage = postings[i]!;
      if (passage >= end) continue;
      const score = scores[first + passage]!;
      if (score !== 0) scores[first + passage] = score + by;
    }
  }

  /**
   * Returns about the `most` highest numbers, unsorted: as many whole score steps from the top as
   * fit. From a step that is too large by itself it takes the first by `orderOf`, so the result
   * does not depend on the order of the calls.
   */
  best(most: number, orderOf: (number: number) => number): readonly number[] {
    const { numbers, steps, least } = this.#highest(most);
    const best = numbers.filter((_, i) => steps[i]! >= least);
    const edge = numbers.filter((_, i) => steps[i] === least - 1);
    if (best.length >= most / 4) return best;
    const keys = new Map(edge.map((number) => [number, orderOf(number)]));
    edge.sort((a, b) => keys.get(a)! - keys.get(b)! || a - b);
    return [...best, ...edge.slice(0, most - best.length)];
  }

  /** Resets all scores to 0, at the cost of those that were raised. */
  clear(): void {
    for (let i = 0; i < this.#count; i++) this.#scores[this.#touched[i]!] = 0;
    this.#count = 0;
  }

  /**
   * Returns the lowest step down to which at most `most` numbers have a score, and the numbers on
   * it, above it and directly below it, among others. The step only rises while numbers are
   * counted, so a number below it is skipped before its norm is looked up.
   */
  #highest(most: number): Highest {
    const onStep = this.#onStep.fill(0);
    const touched = this.#touched;
    const scores = this.#scores;
    const norms = this.#norms;
    const mostSteps = this.#mostNorm * stepsPerBit;
    const numbers: number[] = [];
    const steps: number[] = [];
    let least = 0;
    let above = 0;
    for (let i = 0; i < this.#count; i++) {
      const number = touched[i]!;
      const score = scores[number]!;
      if (score * mostSteps < least - 1) continue;
      const step = stepOf(score * norms[number]!);
      if (step < least - 1) continue;
      numbers.push(number);
      steps.push(step);
      onStep[step]!++;
      if (step >= least) above++;
      for (; above > most; least++) above -= onStep[least]!;
    }
    return { numbers, steps, least };
  }
}

interface Highest {
  readonly numbers: readonly number[];
  /** The step of each number. */
  readonly steps: readonly number[];
  readonly least: number;
}

/** The steps of the histogram of scores; higher scores are on the last step. */
const stepCount = 1024;
/** The resolution of the histogram: scores are in bits. */
const stepsPerBit = 8;

function stepOf(score: number): number {
  return Math.min(stepCount - 1, (score * stepsPerBit) | 0);
}
