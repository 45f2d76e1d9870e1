/**
 * Scores by number in one array for a whole library, cleared by what was touched. A score counts
 * as much as its number's norm leaves of it: long passages share more without saying more.
 */
export class ScoreBoard {
  readonly #scores: Float32Array;
  readonly #touched: Uint32Array;
  /** How many stand on each step of score; those that cannot be among the highest are not counted. */
  readonly #onStep = new Uint32Array(stepCount);
  readonly #norms: Float32Array;
  readonly #mostNorm: number;
  #count = 0;

  /**
   * For the numbers that have a norm.
   * @param mostNorm the highest of the norms
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

  /** The same for those already touched, and no others. */
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
   * About the `most` highest, in no order: whole steps of score from the top, as many as fit. Of a
   * step that alone is too large the first by `orderOf` are taken, so that the answer does not
   * depend on how numbers were given.
   */
  best(most: number, orderOf: (number: number) => number): readonly number[] {
    const { numbers, steps, least } = this.#highest(most);
    const best = numbers.filter((_, i) => steps[i]! >= least);
    const edge = numbers.filter((_, i) => steps[i] === least - 1);
    if (best.length >= most / 4 || edge.length === 0) return best;
    const keys = new Map(edge.map((number) => [number, orderOf(number)]));
    edge.sort((a, b) => keys.get(a)! - keys.get(b)! || a - b);
    return [...best, ...edge.slice(0, most - best.length)];
  }

  /** Sets all scores back to 0, at the cost of those that were raised. */
  clear(): void {
    for (let i = 0; i < this.#count; i++) this.#scores[this.#touched[i]!] = 0;
    this.#count = 0;
  }

  /**
   * The lowest step down to which not more than `most` were touched, and the numbers that stand on
   * it, above it and next below it, among others. The step only rises while numbers are counted:
   * what is too low already is passed over before its norm is looked up.
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
  /** The step that each number stands on. */
  readonly steps: readonly number[];
  readonly least: number;
}

const stepCount = 1024;
const stepsPerBit = 8;

function stepOf(score: number): number {
  return Math.min(stepCount - 1, (score * stepsPerBit) | 0);
}
