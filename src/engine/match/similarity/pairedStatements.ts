import type { SoftPair } from "./softAlignment.ts";
import type { StatementWord, StatementWords } from "./statementWords.ts";

/** Named numbers of about 0..1 that say how two statements compare. */
export type SimilarityFeatures = Readonly<Record<string, number>>;

/** Two statements with their words paired. */
export interface PairedStatements {
  readonly one: StatementWords;
  readonly other: StatementWords;
  /** Pairs of content words, and of all words. */
  readonly pairs: readonly SoftPair[];
  readonly allPairs: readonly SoftPair[];
  /** Similarities of content words, row by row. */
  readonly table: Float64Array;
}

/** A feature told of each side: the smaller under `nameMin`, the larger under `nameMax`. */
export function minMax(name: string, one: number, other: number): SimilarityFeatures {
  return { [`${name}Min`]: Math.min(one, other), [`${name}Max`]: Math.max(one, other) };
}

/** Sum of the weights of words. */
export function weightOf(words: readonly StatementWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
