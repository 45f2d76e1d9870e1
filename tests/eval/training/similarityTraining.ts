import type { SimilarityFeatures } from "../../../src/engine/match/similarity/pairedStatements.ts";
import {
  evenness,
  type LinearUnit,
  linear,
  type SimilarityModel,
  scaled,
} from "../../../src/engine/match/similarity/similarityModel.ts";
import { fitLogistic } from "../logisticRegression.ts";
import {
  featuresOf,
  gradedPairs,
  gradedSets,
  highestGrade,
  type JudgedPair,
  paraphraseRows,
} from "../statementSets.ts";
import { fitNetwork, type NetworkExample } from "./network.ts";
import { fitWithinGroups, type GradedExample } from "./ridge.ts";

/** A judged pair with its features; `set` names where it is from. */
export interface SimilarityExample {
  readonly set: string;
  readonly features: SimilarityFeatures;
  readonly judged: number;
}

/** What the model is fitted to. */
export interface TrainingPairs {
  readonly graded: readonly SimilarityExample[];
  readonly paraphrases: readonly SimilarityExample[];
  /** One statement beside a text that holds it, or another one, and more. */
  readonly within: readonly SimilarityExample[];
}

/** Reads the sets and works out their features: half a minute. */
export function readTrainingPairs(dataFolder: string): TrainingPairs {
  const graded = gradedSets.map((set) => [set, gradedPairs(dataFolder, set)] as const);
  const paraphrases = paraphraseRows(dataFolder);
  const examples = (set: string, rows: readonly JudgedPair[]): SimilarityExample[] =>
    rows.map((row) => ({ set, features: featuresOf(row), judged: row.judged }));
  const decided = graded.flatMap(([, rows]) => rows.flatMap(decide));
  return {
    graded: graded.flatMap(([set, rows]) => examples(set, rows)),
    paraphrases: examples("mrpc", paraphrases),
    within: examples("within", [...besideOthers(paraphrases), ...besideOthers(decided)]),
  };
}

/** A grade from here on is a yes, up to there a no; what lies between is nobody's call. */
const yesGrade = 3.6;
const noGrade = 2.4;

function decide(pair: JudgedPair): readonly JudgedPair[] {
  if (pair.judged > noGrade && pair.judged < yesGrade) return [];
  return [{ ...pair, judged: pair.judged >= yesGrade ? 1 : 0 }];
}

/** Each first statement with that of the next pair behind it. */
function besideOthers(rows: readonly JudgedPair[]): readonly JudgedPair[] {
  return rows.map(({ a, b, judged }, at) => ({
    a: `${a} ${rows[(at + 1) % rows.length]!.a}`,
    b,
    judged,
  }));
}

const gradedPenalty = 1000;
const networkPenalty = 40;
const withinPenalty = 20;
/** The graded pairs at the ends anchor the network where no paraphrase pair is. */
const anchorWeight = 0.2;
const anchorNo = 1.5;

/** What a short statement beside a long one is judged by: how much of it stands there. */
const withinFeatures: ReadonlySet<string> = new Set(
  "bestMax softMax firmMax hardMax allMax letters3Max heaviestMin restMin stretchMin negation otherNumbers numbersAloneMin nameRestShareMin".split(
    " ",
  ),
);

/** Fits all parts of the model. */
export function fitSimilarity(pairs: TrainingPairs): SimilarityModel {
  const scale = scaleOf([...pairs.graded, ...pairs.paraphrases]);
  const vector = ({ features }: SimilarityExample) => scaled(features, scale);
  return {
    ...scale,
    graded: fitGraded(pairs.graded, vector),
    even: fitNetwork(networkExamples(pairs, vector), networkPenalty),
    within: fitWithin(pairs.within, scale.features, vector),
  };
}

/** Gives the similarity of pairs by a model that is fitted to graded ones alone. */
export function fitSimilarityAlone(
  pairs: Omit<TrainingPairs, "within">,
): (example: SimilarityExample) => number {
  const scale = scaleOf([...pairs.graded, ...pairs.paraphrases]);
  const vector = ({ features }: SimilarityExample) => scaled(features, scale);
  const unit = fitGraded(pairs.graded, vector);
  return (example) => linear(unit, vector(example));
}

function fitGraded(
  graded: readonly SimilarityExample[],
  vector: (example: SimilarityExample) => Float64Array,
): LinearUnit {
  const examples = graded.map((one): GradedExample => {
    return { x: vector(one), y: one.judged / highestGrade, group: one.set };
  });
  return fitWithinGroups(examples, gradedPenalty);
}

function networkExamples(
  { paraphrases, graded }: TrainingPairs,
  vector: (example: SimilarityExample) => Float64Array,
): readonly NetworkExample[] {
  const anchors = graded.filter(
    ({ judged, features }) => judged <= anchorNo && evenness(features) === 1,
  );
  return [
    ...paraphrases.map((one) => ({ x: vector(one), isYes: one.judged === 1, weight: 1 })),
    ...anchors.map((one) => ({ x: vector(one), isYes: false, weight: anchorWeight })),
  ];
}

function fitWithin(
  examples: readonly SimilarityExample[],
  names: readonly string[],
  vector: (example: SimilarityExample) => Float64Array,
): LinearUnit {
  const used = names.flatMap((name, at) => (withinFeatures.has(name) ? [at] : []));
  const fitted = fitLogistic(
    examples.map((one) => {
      const x = vector(one);
      return { x: used.map((at) => x[at]!), isYes: one.judged === 1, weight: 1 };
    }),
    withinPenalty,
  );
  const weights = names.map((_, at) => fitted.weights[used.indexOf(at)] ?? 0);
  return { intercept: fitted.intercept, weights };
}

/** Mean and deviation of each feature. */
function scaleOf(examples: readonly SimilarityExample[]) {
  const features = Object.keys(examples[0]!.features);
  const means = features.map((name) => mean(examples.map((one) => one.features[name]!)));
  const deviations = features.map((name, at) =>
    Math.max(0.01, Math.sqrt(mean(examples.map((one) => (one.features[name]! - means[at]!) ** 2)))),
  );
  return { features, means, deviations };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
