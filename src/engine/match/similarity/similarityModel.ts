import model from "../../../../assets/model/similarity.json";
import modelWithVectors from "../../../../assets/model/similarityWithVectors.json";
import type { SimilarityFeatures } from "./pairedStatements.ts";

/** One weight for each feature, and what is added. */
export interface LinearUnit {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** The hidden units' tangents, weighed by `out`, give log-odds. */
export interface Network {
  readonly hidden: readonly LinearUnit[];
  readonly out: LinearUnit;
}

/**
 * Models over the similarity features, each brought to mean 0 and deviation 1 first and held
 * within `mostDeviation`, so that a pair unlike any that was seen is not taken too far.
 */
export interface SimilarityModel {
  readonly features: readonly string[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Gives the graded similarity. */
  readonly graded: LinearUnit;
  /** Give log-odds that the two say the same: for statements of about one length, and for a short one beside a long one. */
  readonly even: Network;
  readonly within: LinearUnit;
}

/** The weights; assets/model/similarity.json says where they come from. */
export const similarityModel: SimilarityModel = model;

/** The same where vectors are known, with what they say among the features. */
export interface VectorModel extends SimilarityModel {
  /** For statements that are not both in English, whose words the other parts were not fitted to. */
  readonly foreign: {
    readonly graded: LinearUnit;
    /** Gives log-odds. */
    readonly same: LinearUnit;
  };
}

/** The weights; assets/model/similarityWithVectors.json says where they come from. */
export const vectorModel: VectorModel = modelWithVectors;

const mostDeviation = 4;

/** The features in the model's order and scale. */
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

/** The weighted sum. */
export function linear({ intercept, weights }: LinearUnit, x: ArrayLike<number>): number {
  let sum = intercept;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * x[i]!;
  return sum;
}

/** The network's log-odds. */
export function networkLogit({ hidden, out }: Network, x: ArrayLike<number>): number {
  return linear(
    out,
    hidden.map((unit) => Math.tanh(linear(unit, x))),
  );
}

/** Up to this ratio of lengths one statement is looked for in the other; from the second on, they are held against each other. */
const shortBeside = 0.35;
const evenFrom = 0.55;

/** How much the two are of one length, 0..1. */
export function evenness({ lengthRatio = 1 }: SimilarityFeatures): number {
  return Math.max(0, Math.min(1, (lengthRatio - shortBeside) / (evenFrom - shortBeside)));
}

/** What the models say of two statements. */
export interface Likeness {
  /** Graded, 0..1. */
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
 * @param areEnglish true if both are English; only then are their words weighed
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
