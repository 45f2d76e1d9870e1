import type { SimilarityFeatures } from "./pairedStatements.ts";

/**
 * The encoder's full vectors of two statements, of length 1. The compact vectors that a library
 * stores (compactVector.ts) are made for finding and grade worse: .833 against .844.
 */
export type PairVectors = readonly [Float32Array, Float32Array];

/** Returns the cosine of two vectors of length 1. */
export function cosineOf([a, b]: PairVectors): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/**
 * Cosines above which another feature begins. Unrelated statements have cosines of about .80,
 * equivalent ones .87 and more, so a step above each of these counts more than one below it.
 */
const hinges = [0.85, 0.9, 0.94];

/**
 * Returns the vectors' features of two statements, combined with those of their words: a high
 * cosine with few shared words means something else than both together.
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
