import type { SimilarityFeatures } from "./pairedStatements.ts";

/**
 * The encoder's own vectors of two statements, of length 1. What a library keeps of them
 * (compactVector.ts) is made to find what says the same, and grades worse: .833 against .844.
 */
export type PairVectors = readonly [Float32Array, Float32Array];

/** The cosine of two vectors of length 1. */
export function cosineOf([a, b]: PairVectors): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/**
 * Unrelated statements have cosines of some .80, and the same ones of .87 up: what lies above each
 * of these says more than the same step below it.
 */
const hinges = [0.85, 0.9, 0.94];

/**
 * What the vectors say of two statements, beside what their words do: much in common of the one
 * where there is little of the other tells something else than both together.
 */
export function vectorFeatures(cosine: number, words: SimilarityFeatures): SimilarityFeatures {
  const { softDice = 0, restMax = 0 } = words;
  return {
    cosine,
    ...Object.fromEntries(
      hinges.map((hinge) => [`cosineAbove${100 * hinge}`, Math.max(0, cosine - hinge)]),
    ),
    cosineShared: cosine * softDice,
    cosineRest: cosine * restMax,
  };
}
