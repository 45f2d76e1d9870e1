import model from "../../../../assets/model/similarity.json";
import modelWithVectors from "../../../../assets/model/similarityWithVectors.json";
import type { SimilarityFeatures } from "./pairedStatements.ts";

/** One weight for each feature, and an intercept. */
export interface LinearUnit {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** A network with one hidden layer of tanh units; `out` weights them to log-odds. */
export interface Network {
  readonly hidden: readonly LinearUnit[];
  readonly out: LinearUnit;
}

/**
 * Models over the similarity features. Features are scaled to mean 0 and deviation 1 and limited to
 * `mostDeviation`, so that a pair unlike any in training is not extrapolated too far.
 */
export interface SimilarityModel {
  readonly features: readonly string[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Computes the graded similarity. */
  readonly graded: LinearUnit;
  /**
   * Compute log-odds that the two say the same: for statements of about one length, and for a short
   * one beside a long one.
   */
  readonly even: Network;
  readonly within: LinearUnit;
}

/** The weights; assets/model/similarity.json documents their origin. */
export const similarityModel: SimilarityModel = model;

/** The models for statements with vectors, whose features are included. */
export interface VectorModel extends SimilarityModel {
  /**
   * For statements that are not both in English, for whose words the other models were not trained.
   */
  readonly foreign: {
    readonly graded: LinearUnit;
    /** Computes log-odds that the two say the same. */
    readonly same: LinearUnit;
  };
}

/** The weights; assets/model/similarityWithVectors.json documents their origin. */
export const vectorModel: VectorModel = modelWithVectors;

const mostDeviation = 4;

/** Returns the features in the model's order and scale. */
export function scaled(
  features: SimilarityFeatures,
  {
    features: names,
    means,
    deviations,
  }: Pick<SimilarityModel, "features" | "means" | "deviations">,
): Float64Array {
  return Float64Array.from(names, (name, at) => {
    const value = ((features[name] ?? 0) - means[at]!) / deviations[at]!;
    return Math.max(-mostDeviation, Math.min(mostDeviation, value));
  });
}

/** Returns the weighted sum of the features. */
export function linear({ intercept, weights }: LinearUnit, x: ArrayLike<number>): number {
  let sum = intercept;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * x[i]!;
  return sum;
}

/** Returns the network's log-odds. */
export function networkLogit({ hidden, out }: Network, x: ArrayLike<number>): number {
  return linear(
    out,
    hidden.map((unit) => Math.tanh(linear(unit, x))),
  );
}

/**
 * Ratios of lengths: up to the first the short statement is searched for in the long one; from the
 * second on they are compared as equals.
 */
const shortBeside = 0.35;
const evenFrom = 0.55;

/** Returns how equal the lengths are, 0..1. */
export function evenness({ lengthRatio = 1 }: SimilarityFeatures): number {
  return Math.max(0, Math.min(1, (lengthRatio - shortBeside) / (evenFrom - shortBeside)));
}

/** The models' result for two statements. */
export interface Likeness {
  /** Graded similarity, 0..1. */
  readonly similarity: number;
  /** Log-odds that an editor would call the two the same. */
  readonly logit: number;
}

/** Returns how alike two statements are by their words. */
export function likenessOf(
  features: SimilarityFeatures,
  weights: SimilarityModel = similarityModel,
): Likeness {
  const x = scaled(features, weights);
  const share = evenness(features);
  const even = share > 0 ? networkLogit(weights.even, x) : 0;
  const within = share < 1 ? linear(weights.within, x) : 0;
  return {
    similarity: Math.max(0, Math.min(1, linear(weights.graded, x))),
    logit: share * even + (1 - share) * within,
  };
}

/**
 * Returns how alike two statements are by their words and their vectors.
 * @param areEnglish true if both are English; only then do their words count
 */
export function likenessWithVectors(
  features: SimilarityFeatures,
  areEnglish: boolean,
  weights: VectorModel = vectorModel,
): Likeness {
  if (areEnglish) return likenessOf(features, weights);
  const x = scaled(features, weights);
  const { graded, same } = weights.foreign;
  return { similarity: Math.max(0, Math.min(1, linear(graded, x))), logit: linear(same, x) };
}
