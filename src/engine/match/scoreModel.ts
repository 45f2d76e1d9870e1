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

const weightsOfModel = weightsOf(scoreModel);

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
export function logitOf(features: Partial<Features>, model: ScoreModel = scoreModel): number {
  const { sequence = 0 } = model.weights;
  let sum = model.intercept;
  for (const [name, weight] of model === scoreModel ? weightsOfModel : weightsOf(model)) {
    if (name !== "sequence") sum += weight * (features[name] ?? 0);
  }
  return sum < hopeless || sequence === 0 ? sum : sum + sequence * (features.sequence ?? 0);
}

/** Log-odds as a probability. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Passages up to which a library is small, from which on it is usual, and from which on none is fuller. */
const fewPassages = 200;
const usualPassages = 10_000;
const mostPassages = 200_000;
/**
 * Log-odds for each power of ten that a library is larger than usual. Of the judged marks against
 * 200,000 passages that are left so, an editor keeps nine in ten; the price is retold sentences
 * (`npm run eval -- retellings`).
 */
const perPower = -1.1;

/**
 * How far a library is from a usual one: 1 for that of a few articles, 0 from ten thousand passages
 * on. Among few passages, fewer are like another by chance, and what a reader has gathered is more
 * often on the page's own matter: the same likeness tells more.
 */
export function fewnessOf(passageCount: number): number {
  const powers = Math.log10(usualPassages / Math.max(fewPassages, passageCount));
  return Math.max(0, powers / Math.log10(usualPassages / fewPassages));
}

/** Log-odds added for the size of a large library, of which the likest is chosen: 0 or less. */
export function librarySizePrior(passageCount: number): number {
  return perPower * Math.max(0, Math.log10(Math.min(mostPassages, passageCount) / usualPassages));
}
