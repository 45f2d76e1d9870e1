import type { SoftPair } from "./softAlignment.ts";
import type { StatementWord, StatementWords } from "./statementWords.ts";

/** Named features of about 0..1 that compare two statements. */
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

/**
 * Returns a feature that each side has: the smaller value as `nameMin`, the larger as `nameMax`.
 */
export function minMax(name: string, one: number, other: number): SimilarityFeatures {
  return { [`${name}Min`]: Math.min(one, other), [`${name}Max`]: Math.max(one, other) };
}

/** Returns the sum of the words' weights. */
export function weightOf(words: readonly StatementWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
