import model from "../../../../assets/model/retrieval.json";
import { nearness, vectorIndex } from "../similarity/wordVectors.ts";
import type { RetrievalWords } from "./retrievalWords.ts";

/** Features that rank the passages found for a query, each about 0..1. */
export const closenessFeatures = [
  "found",
  "ofQuery",
  "ofPassage",
  "softQuery",
  "softPassage",
  "neighbours",
  "lengthRatio",
] as const;

/** The weights of the features; assets/model/retrieval.json documents their origin. */
export const closenessWeights: readonly number[] = closenessFeatures.map(
  (name) => model.weights[name],
);

/** The features if there are vectors: those above, with other weights, and the cosine's. */
export const featuresWithCosine = [
  ...closenessFeatures,
  "cosine",
  "surelyMeant",
  "meantAndSaid",
] as const;

/** The weights of `featuresWithCosine`. */
export const weightsWithCosine: readonly number[] = featuresWithCosine.map(
  (name) => model.weightsWithCosine[name],
);

/** The cosine above which a second feature grows. */
const surelyFrom = 0.6;

/** Adds the features of a cosine to those of `closeness`. */
export function withCosine(features: readonly number[], cosine: number): number[] {
  const softQuery = features[closenessFeatures.indexOf("softQuery")]!;
  return [...features, cosine, Math.max(0, cosine - surelyFrom), cosine * softQuery];
}

/** A query or a found passage, prepared for comparison. */
export interface WeighedWords {
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  readonly vectors: readonly (number | null)[];
  readonly sum: number;
  readonly neighbours: ReadonlySet<string>;
}

/** Returns each stem once, with its rarity. */
export function weighWords(
  { stems }: RetrievalWords,
  rarity: (stem: string) => number,
): WeighedWords {
  const unique = [...new Set(stems)];
  const weights = unique.map(rarity);
  return {
    stems: unique,
    weights,
    vectors: unique.map(vectorIndex),
    sum: weights.reduce((sum, weight) => sum + weight, 0),
    neighbours: new Set(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)),
  };
}

/** The least similarity of two words that may replace each other. */
const leastNearness = 0.45;

/**
 * Returns the features of a passage, in order.
 * @param found its score in the index, as a share of the best one's
 */
export function closeness(query: WeighedWords, passage: WeighedWords, found: number): number[] {
  const { one: ofQuery, other: ofPassage } = covers(query, passage);
  let shared = 0;
  for (const pair of passage.neighbours) if (query.neighbours.has(pair)) shared++;
  return [
    found,
    ofQuery.same,
    ofPassage.same,
    ofQuery.soft,
    ofPassage.soft,
    shared / Math.max(4, Math.min(passage.neighbours.size, query.neighbours.size)),
    Math.min(2, Math.log2((1 + passage.stems.length) / (1 + query.stems.length)) + 1) / 2,
  ];
}

interface Cover {
  readonly same: number;
  readonly soft: number;
}

/**
 * Returns the share of each side's weight that the other has, in the same words and in similar
 * ones.
 */
function covers(one: WeighedWords, other: WeighedWords): { one: Cover; other: Cover } {
  const bestOfOne = new Float32Array(one.stems.length);
  const bestOfOther = new Float32Array(other.stems.length);
  one.stems.forEach((stem, i) => {
    const vector = one.vectors[i]!;
    other.stems.forEach((theirs, j) => {
      const theirVector = other.vectors[j]!;
      let near = 0;
      if (stem === theirs) near = 1;
      else if (vector !== null && theirVector !== null) near = nearness(vector, theirVector);
      if (near < leastNearness) return;
      bestOfOne[i] = Math.max(bestOfOne[i]!, near);
      bestOfOther[j] = Math.max(bestOfOther[j]!, near);
    });
  });
  return { one: coverOf(one, bestOfOne), other: coverOf(other, bestOfOther) };
}

function coverOf({ weights, sum }: WeighedWords, best: Float32Array): Cover {
  let same = 0;
  let soft = 0;
  best.forEach((near, i) => {
    soft += near * weights[i]!;
    if (near === 1) same += weights[i]!;
  });
  return { same: same / Math.max(1, sum), soft: soft / Math.max(1, sum) };
}
