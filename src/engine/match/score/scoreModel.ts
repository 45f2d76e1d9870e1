import matchWeights from "../../../../assets/model/matchWeights.json";
import type { MeaningEvidence } from "../meaning/meaningFeatures.ts";
import type { FeatureName, Features } from "./features.ts";

/** A logistic model over named features. */
export interface ScoreModel {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<FeatureName, number>>>;
  /** Added when neighbouring passages match neighbouring passages of the same article. */
  readonly neighbours: number;
  /** Added for each unit of log-odds by which rivals are ahead; negative. */
  readonly rivals: number;
  readonly calibration: Calibration;
}

/**
 * The line that turns a sum of evidence into log-odds (Platt 1999, "Probabilistic outputs for
 * support vector machines"). It depends on how much of the rest of the page the article states: in
 * a page that tells an article again, the same evidence means more, for and against.
 */
interface Calibration {
  readonly intercept: number;
  readonly slope: number;
  /** Added to the two if the article states all the rest of the page. */
  readonly retoldIntercept: number;
  readonly retoldSlope: number;
}

/** What the other pairs of a page say about a pair: see neighbours.ts. */
export interface Surroundings {
  /** The best probability among its neighbours: 0..1. */
  readonly support: number;
  /** The lead of its rivals in log-odds: 0..2. */
  readonly rivals: number;
  /** How much of the rest of the page the article states as well: 0..1. */
  readonly retold: number;
}

/** The weights; assets/model/matchWeights.json documents their origin. */
export const scoreModels: Readonly<Record<ScoreModelName, ScoreModel>> = {
  words: matchWeights.words,
  meaning: matchWeights.meaning,
  across: matchWeights.across,
};

/**
 * "words": without vectors; "meaning": with vectors, in one language; "across": with vectors, in
 * two languages.
 */
export type ScoreModelName = "words" | "meaning" | "across";

/**
 * Returns the model for what is known of a pair. Where there are vectors, words alone do not decide:
 * of what they rate higher than the vectors do, an editor would keep one in four.
 */
export function modelFor(meaning: MeaningEvidence | null): ScoreModel {
  if (meaning === null) return scoreModels.words;
  return meaning.isOneLanguage ? scoreModels.meaning : scoreModels.across;
}

/** The most evidence that neighbours can add. */
export const mostOfNeighbours = Math.max(
  ...Object.values(scoreModels).map(({ neighbours }) => neighbours),
);

/** Returns the evidence that neighbours and rivals add. */
export function logitAround(
  { support, rivals }: Omit<Surroundings, "retold">,
  model: ScoreModel,
): number {
  return model.neighbours * support + model.rivals * rivals;
}

/** Returns the log-odds that a sum of evidence stands for. */
export function calibrated(sum: number, { retold }: Surroundings, { calibration }: ScoreModel) {
  const { intercept, slope, retoldIntercept, retoldSlope } = calibration;
  return intercept + retoldIntercept * retold + (slope + retoldSlope * retold) * sum;
}

const weightsOfModels = new Map(
  Object.values(scoreModels).map((model) => [model, weightsOf(model)] as const),
);

function weightsOf({ weights }: ScoreModel): readonly (readonly [FeatureName, number])[] {
  return Object.entries(weights) as [FeatureName, number][];
}

/** Log-odds below which no remaining feature can make a pair a match. */
const hopeless = -5;

/**
 * Returns the log-odds that an editor would call the two the same, before neighbours count. Unknown
 * features count as 0. Features that need the aligned words, which is most of the work, are
 * computed last and not for hopeless pairs.
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

/** Converts log-odds to a probability. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
