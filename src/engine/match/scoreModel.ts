import matchWeights from "../../../assets/model/matchWeights.json";
import type { FeatureName, Features } from "./features.ts";

/** A logistic model over named features. */
export interface ScoreModel {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<FeatureName, number>>>;
  /** Added when neighbouring passages match neighbouring passages of the same article. */
  readonly neighbours: number;
  /** Added for each unit of log-odds by which rivals are better; negative. */
  readonly rivals: number;
}

/** The weights; assets/model/matchWeights.json says where they come from. */
export const scoreModel: ScoreModel = matchWeights;

/** Log-odds that an editor would call the two the same, before neighbours are looked at. */
export function logitOf(features: Features, model: ScoreModel = scoreModel): number {
  let sum = model.intercept;
  for (const [name, weight] of Object.entries(model.weights)) {
    sum += weight * features[name as FeatureName];
  }
  return sum;
}

/** Log-odds as a probability. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
