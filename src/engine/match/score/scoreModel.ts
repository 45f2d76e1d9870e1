import matchWeights from "../../../../assets/model/matchWeights.json";
import type { MeaningEvidence } from "../meaning/meaningFeatures.ts";
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
export const scoreModels: Readonly<Record<ScoreModelName, ScoreModel>> = {
  words: matchWeights.words,
  meaning: matchWeights.meaning,
  across: matchWeights.across,
};

/** words: without vectors · meaning: with vectors, in one language · across: with vectors, in two languages. */
export type ScoreModelName = "words" | "meaning" | "across";

/**
 * The model for what is known of a pair. In one language that is the one which makes more of it: what
 * was found by words is not lost when the vectors come, and the page's marks stay.
 */
export function modelFor(features: Features, meaning: MeaningEvidence | null): ScoreModel {
  const { words, meaning: both, across } = scoreModels;
  if (meaning === null) return words;
  if (!meaning.isOneLanguage) return across;
  return logitOf(features, both) > logitOf(features, words) ? both : words;
}

/** Log-odds that neighbours add at most. */
export const mostOfNeighbours = Math.max(
  ...Object.values(scoreModels).map(({ neighbours }) => neighbours),
);

const weightsOfModels = new Map(
  Object.values(scoreModels).map((model) => [model, weightsOf(model)] as const),
);

function weightsOf({ weights }: ScoreModel): readonly (readonly [FeatureName, number])[] {
  return Object.entries(weights) as [FeatureName, number][];
}

/** With this little, nothing that is still to be weighed makes a pair a match. */
const hopeless = -5;

/**
 * Log-odds that an editor would call the two the same, before neighbours are looked at. What is
 * not known of a pair counts as 0. What needs the words aligned, which is most of the work, is
 * asked for last, and not of hopeless pairs.
 */
export function logitOf(
  features: Partial<Features>,
  model: ScoreModel = scoreModels.words,
): number {
  const { sequence = 0 } = model.weights;
  let sum = model.intercept;
  for (const [name, weight] of weightsOfModels.get(model) ?? weightsOf(model)) {
    if (name !== "sequence") sum += weight * (features[name] ?? 0);
  }
  return sum < hopeless || sequence === 0 ? sum : sum + sequence * (features.sequence ?? 0);
}

/** Log-odds as a probability. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
