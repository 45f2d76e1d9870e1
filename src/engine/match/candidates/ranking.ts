/**
 * Keeps the highest few of many scored numbers, highest first. Equal scores are sorted by
 * `orderOf`, which is called only for them. Cost: inserting each number among the few.
 */
export class Ranking {
  readonly #most: number;
  readonly #orderOf: (number: number) => number;
  readonly #numbers: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number, orderOf: (number: number) => number) {
    this.#most = most;
    this.#orderOf = orderOf;
  }

  /** Adds a number if its score is among the best. */
  offer(number: number, score: number): void {
    const numbers = this.#numbers;
    const scores = this.#scores;
    let at = numbers.length;
    if (at === this.#most && score < scores[at - 1]!) return;
    while (at > 0 && this.#isBefore(number, score, at - 1)) at--;
    if (at === this.#most) return;
    for (let i = Math.min(numbers.length, this.#most - 1); i > at; i--) {
      numbers[i] = numbers[i - 1]!;
      scores[i] = scores[i - 1]!;
    }
    numbers[at] = number;
    scores[at] = score;
  }

  /** Returns the best numbers since the last call. */
  take(): readonly number[] {
    this.#scores.length = 0;
    return this.#numbers.splice(0);
  }

  #isBefore(number: number, score: number, at: number): boolean {
    const other = this.#scores[at]!;
    if (score !== other) return score > other;
    return this.#orderOf(number) < this.#orderOf(this.#numbers[at]!);
  }
}
