import { writeFileSync } from "node:fs";
import path from "node:path";
import type { FeatureName } from "../../../src/engine/match/features.ts";
import { scoreModel } from "../../../src/engine/match/scoreModel.ts";
import { type Example, type Fitted, fitLogistic, logitOfFitted } from "../logisticRegression.ts";
import { distantPairs, ecbPairs, type LabelledPair, paraphrasePairs } from "./storyPairs.ts";

/**
 * Holds the weights of the score model against labelled pairs: prints by how much the data would
 * correct each, and how well the scores hold on topics that took no part; with `--write` it writes
 * the corrected weights to assets/model/matchWeights.json.
 * `node scripts/runTypeScript.mjs tests/eval/training/matchWeights.ts [--write]` (data: EVAL_DATA)
 *
 * No set holds what a reader of two articles meets: ECB+ has short documents on one event each,
 * MRPC no articles, the bulk no yes. So the data corrects weights that were set by hand, by as much
 * as `penalty` lets it, and the intercept stays: how many passages of a page say something that
 * stands in the library is measured on pages (`npm run eval -- false-marks cross-references`).
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");

/** Pull towards the weights as they are; at 200 the data moves them by a third and ranks the documents' references worse. */
const penalty = 1000;

/** Most pairs of the bulk say other things; a paraphrase without a story tells of words only. */
const weightOfSet: Readonly<Record<string, number>> = { ecb: 1, bulk: 0.5, mrpc: 0.25 };
const testTopics = (topic: number) => topic > 28;

const prior = scoreModel.weights;
const names = Object.keys(prior) as FeatureName[];
const seen = [
  ...ecbPairs(dataFolder, (topic) => !testTopics(topic)),
  ...distantPairs(dataFolder, 16),
  ...paraphrasePairs(dataFolder),
];
const unseen = ecbPairs(dataFolder, testTopics);
const fitted = fitLogistic(examplesOf(seen), penalty);
const weights = names.map((name, i) => [name, prior[name]! + fitted.weights[i]!] as const);
for (const [name, weight] of weights) {
  console.log(name.padEnd(14), prior[name]!.toFixed(2), "->", weight.toFixed(2));
}
console.log(
  `intercept ${scoreModel.intercept}, on these pairs ${fitted.intercept.toFixed(2)} more`,
);
printReliability("unseen topics", unseen, fitted);

if (process.argv.includes("--write")) {
  const corrected = Object.fromEntries(weights.map(([name, weight]) => [name, round(weight)]));
  const model = { ...scoreModel, weights: corrected };
  writeFileSync("assets/model/matchWeights.json", `${JSON.stringify(model, null, 2)}\n`);
}

function examplesOf(pairs: readonly LabelledPair[]): Example[] {
  return pairs.flatMap((row): Example[] => {
    if (row.label === null || row.pair.comparison.words?.kind === "whole") return [];
    const x = vectorOf(row);
    const isYes = row.label === 1;
    return [{ x, isYes, weight: weightOfSet[row.set] ?? 1, offset: priorLogit(x) }];
  });
}

function vectorOf({ pair }: LabelledPair): number[] {
  return names.map((name) => pair.comparison.features[name]);
}

function priorLogit(x: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * prior[names[i]!]!, scoreModel.intercept);
}

function printReliability(title: string, pairs: readonly LabelledPair[], model: Fitted): void {
  const scored = pairs
    .filter(({ label }) => label !== null)
    .map((row) => {
      const x = vectorOf(row);
      const logit = priorLogit(x) + logitOfFitted(model, x);
      return { isYes: row.label === 1, p: 1 / (1 + Math.exp(-logit)) };
    });
  console.log(
    `${title}: ${scored.length} pairs, ${scored.filter(({ isYes }) => isYes).length} yes`,
  );
  for (let tenth = 0; tenth < 10; tenth++) {
    const bin = scored.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === tenth);
    const share = bin.filter(({ isYes }) => isYes).length / Math.max(1, bin.length);
    console.log(`  ${tenth / 10}..: ${bin.length} pairs, ${(100 * share).toFixed(0)} % yes`);
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
