import type { SimilarityFeatures } from "../../../src/engine/match/similarity/pairedStatements.ts";
import {
  evenness,
  type LinearUnit,
  linear,
  type SimilarityModel,
  scaled,
  type VectorModel,
} from "../../../src/engine/match/similarity/similarityModel.ts";
import { cosineOf, vectorFeatures } from "../../../src/engine/match/similarity/vectorFeatures.ts";
import { openEncodedTexts } from "../encoding/encodedTexts.ts";
import { fitLogistic } from "../logisticRegression.ts";
import {
  featuresOf,
  gradedPairs,
  gradedSets,
  highestGrade,
  type JudgedPair,
  paraphraseRows,
} from "../statementSets.ts";
import { foreignPairs } from "./foreignPairs.ts";
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
  const rows = readRowsOf(dataFolder);
  return mapExamples(rows, ({ set, row }) => ({
    set,
    features: featuresOf(row),
    judged: row.judged,
  }));
}

/** The same with what the vectors say, and pairs in two languages. */
export interface VectorTrainingPairs extends TrainingPairs {
  readonly foreign: readonly SimilarityExample[];
}

/** Encodes what was not encoded before: minutes the first time. */
export async function readVectorTrainingPairs(dataFolder: string): Promise<VectorTrainingPairs> {
  const rows = { ...readRowsOf(dataFolder), foreign: rowsOf("foreign", foreignPairs(dataFolder)) };
  const texts = Object.values(rows).flatMap((some) => some.flatMap(({ row }) => [row.a, row.b]));
  const vectors = await (await openEncodedTexts()).of(texts);
  const vectorOf = new Map(texts.map((text, at) => [text, vectors[at]!]));
  return mapExamples(rows, ({ set, row }) => {
    const cosine = cosineOf([vectorOf.get(row.a)!, vectorOf.get(row.b)!]);
    const words = featuresOf(row);
    return { set, features: { ...words, ...vectorFeatures(cosine, words) }, judged: row.judged };
  });
}

interface TrainingRow {
  readonly set: string;
  readonly row: JudgedPair;
}

function readRowsOf(dataFolder: string) {
  const graded = gradedSets.map((set) => [set, gradedPairs(dataFolder, set)] as const);
  const paraphrases = paraphraseRows(dataFolder);
  const decided = graded.flatMap(([, rows]) => rows.flatMap(decide));
  return {
    graded: graded.flatMap(([set, rows]) => rowsOf(set, rows)),
    paraphrases: rowsOf("mrpc", paraphrases),
    within: rowsOf("within", [...besideOthers(paraphrases), ...besideOthers(decided)]),
  };
}

function rowsOf(set: string, rows: readonly JudgedPair[]): readonly TrainingRow[] {
  return rows.map((row) => ({ set, row }));
}

function mapExamples<Part extends string>(
  rows: Readonly<Record<Part, readonly TrainingRow[]>>,
  exampleOf: (row: TrainingRow) => SimilarityExample,
): Record<Part, readonly SimilarityExample[]> {
  const parts = Object.entries<readonly TrainingRow[]>(rows);
  const examples = parts.map(([part, some]) => [part, some.map(exampleOf)]);
  return Object.fromEntries(examples) as Record<Part, readonly SimilarityExample[]>;
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
/** The few features of the vectors are surer than those of the words. */
const cosinePenalty = 60;
const networkPenalty = 40;
const withinPenalty = 20;
/** The graded pairs at the ends anchor the network where no paraphrase pair is. */
const anchorWeight = 0.2;
const anchorNo = 1.5;

/** What a short statement beside a long one is judged by: how much of it stands there. */
const withinFeatures: ReadonlySet<string> = new Set(
  "bestMax softMax firmMax hardMax allMax letters3Max heaviestMin restMin stretchMin negation otherNumbers numbersAloneMin nameRestShareMin cosine cosineAbove85 cosineAbove90 cosineAbove94".split(
    " ",
  ),
);

/** What tells of statements in languages whose words were not learned. */
const foreignFeatures: ReadonlySet<string> = new Set(
  "cosine cosineAbove85 cosineAbove90 cosineAbove94 numbersShared numbersAloneMin numbersAloneMax otherNumbers bothCounted".split(
    " ",
  ),
);
const foreignPenalty = 5;

/** Fits all parts of the model. */
export function fitSimilarity(pairs: TrainingPairs): SimilarityModel {
  const scale = scaleOf([...pairs.graded, ...pairs.paraphrases]);
  const vector = ({ features }: SimilarityExample) => scaled(features, scale);
  return {
    ...scale,
    graded: fitGraded(pairs.graded, scale.features, vector),
    even: fitNetwork(networkExamples(pairs, vector), networkPenalty),
    within: fitLogit(pairs.within, scale.features, withinFeatures, withinPenalty, vector),
  };
}

/** Fits all parts of the model that has vectors. */
export function fitWithVectors(pairs: VectorTrainingPairs): VectorModel {
  const model = fitSimilarity(pairs);
  const vector = ({ features }: SimilarityExample) => scaled(features, model);
  const names = model.features;
  const used = (one: SimilarityExample) => {
    return vector(one).map((value, at) => (foreignFeatures.has(names[at]!) ? value : 0));
  };
  return {
    ...model,
    foreign: {
      graded: fitGraded(pairs.graded, names, used),
      same: fitLogit(pairs.foreign, names, foreignFeatures, foreignPenalty, vector),
    },
  };
}

/** Gives the similarity of pairs by a model that is fitted to graded ones alone. */
export function fitSimilarityAlone(
  pairs: Omit<TrainingPairs, "within">,
): (example: SimilarityExample) => number {
  const scale = scaleOf([...pairs.graded, ...pairs.paraphrases]);
  const vector = ({ features }: SimilarityExample) => scaled(features, scale);
  const unit = fitGraded(pairs.graded, scale.features, vector);
  return (example) => linear(unit, vector(example));
}

function fitGraded(
  graded: readonly SimilarityExample[],
  names: readonly string[],
  vector: (example: SimilarityExample) => Float64Array,
): LinearUnit {
  const examples = graded.map((one): GradedExample => {
    return { x: vector(one), y: one.judged / highestGrade, group: one.set };
  });
  return fitWithinGroups(examples, (at) =>
    names[at]!.startsWith("cosine") ? cosinePenalty : gradedPenalty,
  );
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

/** Logistic regression on some of the features; the others weigh nothing. */
function fitLogit(
  examples: readonly SimilarityExample[],
  names: readonly string[],
  wanted: ReadonlySet<string>,
  penalty: number,
  vector: (example: SimilarityExample) => Float64Array,
): LinearUnit {
  const used = names.flatMap((name, at) => (wanted.has(name) ? [at] : []));
  const fitted = fitLogistic(
    examples.map((one) => {
      const x = vector(one);
      return { x: used.map((at) => x[at]!), isYes: one.judged === 1, weight: 1 };
    }),
    penalty,
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
