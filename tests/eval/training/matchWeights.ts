import { writeFileSync } from "node:fs";
import path from "node:path";
import type { FeatureName } from "../../../src/engine/match/score/features.ts";
import {
  calibrated,
  logistic,
  logitAround,
  logitOf,
  type ScoreModel,
  type ScoreModelName,
  scoreModels,
} from "../../../src/engine/match/score/scoreModel.ts";
import { type Example, fitLogistic } from "../logisticRegression.ts";
import {
  type LabelledPair,
  labelledPairs,
  type PairLabel,
  type PairSource,
} from "./labelledPairs.ts";
import { parallelPairs } from "./parallelPairs.ts";

/**
 * Fits the weights of the score models to pairs judged by reading, prints how well the scores hold
 * on pages that took no part, and with `--write` writes assets/model/matchWeights.json.
 * `node scripts/runTypeScript.mjs tests/eval/training/matchWeights.ts [--write] [words|meaning|across …]`
 * (data: EVAL_DATA)
 *
 * The pairs are from long articles that readers met within days of each other or years apart; what
 * they do not show, single sentences and articles without a date, is left to the weights that were
 * set by hand before: the data corrects those, by as much as `penalty` lets it. What neighbours
 * and rivals say depends on the weights themselves: after a change of features run it twice.
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");

/** Takes a sum of evidence for log-odds. */
const asItIs = { intercept: 0, slope: 1, retoldIntercept: 0, retoldSlope: 0 };

/** Set by hand from reading a few articles on one story. */
const byHand = {
  intercept: -7.1,
  neighbours: 1,
  rivals: -0.8,
  calibration: asItIs,
  weights: {
    dice: 6,
    coverMax: 3,
    wordCover: 2,
    wordBits: 0,
    rawBits: 0,
    sharedBits: 3,
    secondShared: 0,
    fourthShared: 0,
    sequence: 0,
    neighbourPairs: 0,
    nameCover: 0,
    dateSame: 0.4,
    dateOther: -0.7,
    numberSame: 0.5,
    namesAlone: 0,
    numbersAlone: 0,
    negationApart: 0,
    hasTitle: -1.5,
    speakerSame: 0,
    likeness: 6,
    sameDays: 1,
    farDays: -1,
    daysApart: 0,
    fewness: 1,
    farInFew: 1,
    otherMatter: -2,
    namesApart: -1.5,
    samePeople: -1.2,
  },
} satisfies ScoreModel;

/**
 * Not corrected: fifty pairs with a title are too few, and the others speak of passages without a
 * story around them, which the pairs do not show.
 */
const leftByHand: ReadonlySet<string> = new Set(["hasTitle", "namesApart", "samePeople"]);

/** A side clause in common is worth showing less often than not; more often beside few articles, which show little else. */
const shareOfPart = 0.4;
const shareOfPartInFew = 0.7;
/** What retold pairs count: most are of another kind than a reader meets most, and in few articles each is there thrice. */
const worthOf: Readonly<Partial<Record<PairSource, number>>> = { retold: 0.3, retoldInFew: 0.3 };
/** Pull to the weights set by hand, on standardised features; at 1 other pages are ranked as well, at 100 worse. */
const penalty = 10;
const folds = 8;

/** What the vectors say; what words say keeps its say beside it. */
const ofMeaning = {
  cosine: 2,
  aboveArticle: 4,
  abovePage: 2,
  aboveLibrary: 6,
  toldTogether: 1,
};

/** Of words of two languages, only names, numbers and dates can be the same. */
const acrossByHand = {
  intercept: -6,
  neighbours: 1,
  rivals: -0.5,
  calibration: asItIs,
  weights: {
    ...ofMeaning,
    nameCover: 0.5,
    dateSame: 0.4,
    dateOther: -0.4,
    numberSame: 0.5,
    namesOther: 0,
    namesAlone: 0,
    numbersAlone: -0.5,
    speakerSame: 0.5,
    hasTitle: -0.5,
    sameDays: 0.5,
    farDays: -1,
    daysApart: -1,
    fewness: 0.5,
    farInFew: 0,
  },
} satisfies ScoreModel;

interface Fitting {
  /** True if pages that tell an article again are among the pairs, and have a calibration of their own. */
  readonly isCalibrated: boolean;
  /**
   * Added to the fitted log-odds. The pairs of the fit are chosen, and their scores may mean another
   * share of right ones than on the pages that readers meet.
   */
  readonly shift: number;
  /** The weights that the data corrects, and those that it leaves. */
  readonly start: ScoreModel;
  readonly isLeft: (name: string) => boolean;
  readonly penalty: number;
  readonly pairs: () => Promise<readonly LabelledPair[]>;
}

const isLeftByHand = (name: string) => leftByHand.has(name);

const fittings: Readonly<Record<ScoreModelName, Fitting>> = {
  words: {
    isCalibrated: false,
    shift: 0,
    start: byHand,
    isLeft: isLeftByHand,
    penalty,
    pairs: () => labelledPairs(dataFolder),
  },
  meaning: {
    isCalibrated: true,
    // Pairs of readers' libraries, where most are wrong, are few among the others: this takes off what the
    // many retold ones add there (`npm run eval -- reader-marks`, on the pages that are not put aside).
    shift: -0.65,
    start: {
      ...scoreModels.words,
      weights: { ...scoreModels.words.weights, ...ofMeaning },
      intercept: scoreModels.words.intercept - 3,
    },
    isLeft: isLeftByHand,
    penalty,
    pairs: async () =>
      (await labelledPairs(dataFolder, true)).filter(({ features }) => "cosine" in features),
  },
  across: {
    isCalibrated: false,
    // From .6 on, 98 of 100 references to another language are right (`npm run eval -- crosslingual`).
    shift: 0.44,
    start: acrossByHand,
    // All that is parallel appeared on one day, and few mixed articles have headlines of their own.
    isLeft: (name) => ["farDays", "daysApart", "sameDays", "farInFew", "hasTitle"].includes(name),
    penalty: 10,
    pairs: () => parallelPairs(dataFolder),
  },
};

const asked = process.argv.filter((one): one is ScoreModelName => one in fittings);
const models: Record<string, ScoreModel> = { ...scoreModels };
for (const name of asked.length > 0 ? asked : (Object.keys(fittings) as ScoreModelName[])) {
  models[name] = await fitModel(name);
}
if (process.argv.includes("--write")) {
  const about =
    "Weights of the score models (src/engine/match/score/scoreModel.ts): log-odds added for a feature at 1. Fitted by tests/eval/training/matchWeights.ts to pairs of news sentences, judged by reading or translated.";
  writeFileSync(
    "assets/model/matchWeights.json",
    `${JSON.stringify({ about, ...models }, null, 2)}\n`,
  );
}

async function fitModel(name: ScoreModelName): Promise<ScoreModel> {
  const fitting = fittings[name];
  const pairs = (await fitting.pairs()).filter(({ isScored }) => isScored);
  const count = (label: string) => pairs.filter((pair) => pair.label === label).length;
  console.log(
    `${name}: ${pairs.length} pairs: ${count("yes")} yes, ${count("part")} part, ${count("no")} no`,
  );
  const heldOut = heldOutOf(pairs, fitting);
  const calibration = fitting.isCalibrated ? calibrationOf(heldOut, fitting.shift) : asItIs;
  const model = { ...fitted(pairs, fitting), calibration };
  for (const source of new Set(pairs.map((pair) => pair.source)))
    printTenths(
      source,
      heldOut.map((pair) => ({ ...pair, p: logistic(calibrated(pair.logit, pair, model)) })),
    );
  for (const [feature, weight] of Object.entries(model.weights)) {
    const before = scoreModels[name].weights[feature as FeatureName] ?? 0;
    console.log(feature.padEnd(14), before.toFixed(2), "->", weight.toFixed(2));
  }
  console.log(`intercept ${model.intercept}; neighbours, rivals: ${aroundOf(model).join(", ")}`);
  console.log("calibration", calibration);
  return model;
}

function fitted(examples: readonly LabelledPair[], fitting: Fitting): ScoreModel {
  const { start } = fitting;
  const names = Object.keys(start.weights) as FeatureName[];
  const prior = [...names.map((name) => start.weights[name]!), ...aroundOf(start)];
  const rows = examples.map(({ features, support, rivals }) => [
    ...names.map((name) => features[name] ?? 0),
    ...[support, rivals],
  ]);
  const spreads = prior.map((_, column) => spreadOf(rows.map((row) => row[column]!)));
  const corrections = fitLogistic(
    examples.flatMap(({ label, source }, i) => {
      const worth = worthOf[source] ?? 1;
      const offset = rows[i]!.reduce((sum, value, at) => sum + value * prior[at]!, start.intercept);
      const x = rows[i]!.map((value, column) =>
        fitting.isLeft(names[column] ?? "") ? 0 : value / spreads[column]!,
      );
      return examplesOf(label, source === "small" ? shareOfPartInFew : shareOfPart).map(
        ({ isYes, weight }) => ({ isYes, weight: weight * worth, x, offset }),
      );
    }),
    fitting.penalty,
  );
  const weights = corrections.weights.map((by, i) => round(prior[i]! + by / spreads[i]!));
  return {
    intercept: round(
      start.intercept + corrections.intercept + (fitting.isCalibrated ? 0 : fitting.shift),
    ),
    neighbours: weights.at(-2)!,
    rivals: weights.at(-1)!,
    calibration: asItIs,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i]!])),
  };
}

function aroundOf({ neighbours, rivals }: ScoreModel): readonly number[] {
  return [neighbours, rivals];
}

/** Fits the calibration to pairs with the evidence that a fit without their page gives them. */
function calibrationOf(pairs: readonly HeldOutPair[], shift: number): ScoreModel["calibration"] {
  const examples = pairs.flatMap(({ label, source, logit, retold }) =>
    examplesOf(label, source === "small" ? shareOfPartInFew : shareOfPart).map(
      ({ isYes, weight }) => ({
        ...{ isYes, weight: weight * (worthOf[source] ?? 1) },
        x: [logit, retold, logit * retold],
      }),
    ),
  );
  const { intercept, weights } = fitLogistic(examples, 1);
  const [slope, retoldIntercept, retoldSlope] = weights.map(round) as [number, number, number];
  return { intercept: round(intercept + shift), slope, retoldIntercept, retoldSlope };
}

function examplesOf(label: PairLabel, share: number): Pick<Example, "isYes" | "weight">[] {
  if (label !== "part") return [{ isYes: label === "yes", weight: 1 }];
  return [
    { isYes: true, weight: share },
    { isYes: false, weight: 1 - share },
  ];
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) || 1;
}

/** A pair with the evidence that the other pages' fit gives it. */
interface HeldOutPair extends LabelledPair {
  readonly logit: number;
}

function heldOutOf(pairs: readonly LabelledPair[], fitting: Fitting): readonly HeldOutPair[] {
  const pages = [...new Set(pairs.map(({ page }) => page))].sort();
  const foldOf = new Map(pages.map((page, i) => [page, i % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const model = fitted(
      pairs.filter(({ page }) => foldOf.get(page) !== fold),
      fitting,
    );
    return pairs
      .filter(({ page }) => foldOf.get(page) === fold)
      .map((pair) => ({
        ...pair,
        logit: logitOf(pair.features, model) + logitAround(pair, model),
      }));
  }).flat();
}

/** Prints scores of real pages that took no part in the fit: how many pairs an editor would keep. */
function printTenths(
  source: PairSource,
  all: readonly (LabelledPair & { readonly p: number })[],
): void {
  const scored = all.filter((pair) => pair.source === source);
  console.log(`${source}: average precision ${averagePrecision(scored).toFixed(3)}`);
  for (let tenth = 0; tenth < 10; tenth++) {
    const bin = scored.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === tenth);
    const share = (label: string) =>
      Math.round((100 * bin.filter((one) => one.label === label).length) / Math.max(1, bin.length));
    console.log(
      `  ${tenth / 10}..: ${bin.length} pairs, ${share("yes")} % yes, ${share("part")} % part`,
    );
  }
}

function averagePrecision(pairs: readonly (LabelledPair & { readonly p: number })[]): number {
  let yes = 0;
  let sum = 0;
  [...pairs]
    .sort((a, b) => b.p - a.p)
    .forEach(({ label }, i) => {
      if (label !== "yes") return;
      yes++;
      sum += yes / (i + 1);
    });
  return sum / Math.max(1, yes);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
