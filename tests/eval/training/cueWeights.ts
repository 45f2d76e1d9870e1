import { writeFileSync } from "node:fs";
import path from "node:path";
import type { BodyView } from "../../../src/engine/extract/bodyView.ts";
import { cueBuckets, cueFeatures } from "../../../src/engine/extract/cueFeatures.ts";
import { speechCues } from "../../../src/engine/extract/cueKinds.ts";
import { cueKey, mayBeCue } from "../../../src/engine/extract/cues.ts";
import { cueWeightStep } from "../../../src/engine/text/languageTables.ts";
import { overlapsAny, polnearArticles, type Stretch, stretchesOf, viewOf } from "../polnear.ts";

/**
 * Learns the weights of cue features from PolNeAR train and writes assets/model/cueWeights.json.
 *
 * `node scripts/runTypeScript.mjs tests/eval/training/cueWeights.ts [holdout]`: with "holdout" every fifth
 * article is kept aside, and what the weights reach on those is printed for several thresholds.
 * Logistic regression, adaptive steps, fixed order: the same data gives the same file.
 */
const isHoldout = process.argv[2] === "holdout";

/** A verb is looked at from this many marked uses, and this share of its uses, on. */
const leastUses = 5;
const leastShare = 0.1;
/** Small steps and few epochs: with larger ones held-out F1 falls by three points. */
const leastSeen = 4;
const epochs = 8;
const stepSize = 0.02;
/** Weights are kept in this many steps up or down, each a character of the table. */
const mostSteps = 45;

interface Candidate {
  readonly key: string;
  readonly features: readonly number[];
  readonly isMarked: boolean;
}

interface Weights {
  readonly bias: number;
  readonly weights: Float64Array;
}

const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const articles = polnearArticles(dataFolder, "train").map(({ text, attributions }) => ({
  view: viewOf(text),
  cues: stretchesOf(attributions, "cue"),
}));
const training = articles.filter((_, index) => !isHoldout || index % 5 !== 0);
const candidates = training.flatMap(({ view, cues }) => candidatesOf(view, cues));
const keys = keysOf(candidates);
const learned = learn(candidates.filter(({ key }) => keys.has(key)));
if (isHoldout) printHeldOut(articles.filter((_, index) => index % 5 === 0));
writeWeights();

function candidatesOf(view: BodyView, cues: readonly Stretch[]): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (!mayBeCue(view, at)) continue;
    const { start, end } = view.tokens[at]!;
    const isMarked = overlapsAny([start, end], cues);
    found.push({ key: cueKey(view, at), features: cueFeatures(view, at), isMarked });
  }
  return found;
}

/** Verbs of saying, and the other verbs, nouns and marks that are cues often enough. */
function keysOf(all: readonly Candidate[]): ReadonlySet<string> {
  const uses = new Map<string, { marked: number; all: number }>();
  for (const { key, isMarked } of all) {
    const count = uses.get(key) ?? { marked: 0, all: 0 };
    uses.set(key, { marked: count.marked + (isMarked ? 1 : 0), all: count.all + 1 });
  }
  const often = [...uses].filter(
    ([key, { marked, all: total }]) =>
      speechCues.has(key) || (marked >= leastUses && marked / total >= leastShare),
  );
  return new Set(often.map(([key]) => key));
}

function learn(rows: readonly Candidate[]): Weights {
  const seen = new Int32Array(cueBuckets);
  for (const { features } of rows) for (const bucket of features) seen[bucket]!++;
  const encoded = rows.map(({ features }) => [
    cueBuckets,
    ...features.filter((bucket) => seen[bucket]! >= leastSeen),
  ]);
  const weights = descend(encoded, rows);
  return {
    bias: Math.round(weights[cueBuckets]! * 100) / 100,
    weights: weights.slice(0, cueBuckets).map((weight) => levelOf(weight) * cueWeightStep),
  };
}

function levelOf(weight: number): number {
  return Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / cueWeightStep)));
}

/** The mean of the weights after each epoch of the second half. */
function descend(
  encoded: readonly (readonly number[])[],
  rows: readonly Candidate[],
): Float64Array {
  const weights = new Float64Array(cueBuckets + 1);
  const mean = new Float64Array(cueBuckets + 1);
  const squares = new Float64Array(cueBuckets + 1).fill(0.01);
  const random = randomNumbers();
  const order = encoded.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      let sum = 0;
      for (const index of encoded[row]!) sum += weights[index]!;
      const slope = 1 / (1 + Math.exp(-sum)) - (rows[row]!.isMarked ? 1 : 0);
      for (const index of encoded[row]!) {
        squares[index]! += slope * slope;
        weights[index]! -= (stepSize / Math.sqrt(squares[index]!)) * slope;
      }
    }
    if (epoch < epochs / 2) continue;
    for (let index = 0; index <= cueBuckets; index++) mean[index]! += weights[index]!;
  }
  return mean.map((sum) => sum / Math.floor(epochs / 2));
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}

/** A linear congruential generator: the same numbers every time. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function printHeldOut(held: typeof articles): void {
  for (const least of [-0.9, -0.6, -0.3, 0, 0.3, 0.6]) {
    const tally = { given: 0, right: 0, marked: 0, met: 0 };
    for (const { view, cues } of held) {
      const given = givenCues(view, least);
      tally.given += given.length;
      tally.right += given.filter((stretch) => overlapsAny(stretch, cues)).length;
      tally.marked += cues.length;
      tally.met += cues.filter((stretch) => overlapsAny(stretch, given)).length;
    }
    const precision = tally.right / tally.given;
    const recall = tally.met / tally.marked;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${least}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
  }
}

function givenCues(view: BodyView, least: number): Stretch[] {
  const given: Stretch[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (!mayBeCue(view, at) || !keys.has(cueKey(view, at))) continue;
    let score = learned.bias;
    for (const feature of cueFeatures(view, at)) score += learned.weights[feature]!;
    if (score >= least) given.push([view.tokens[at]!.start, view.tokens[at]!.end]);
  }
  return given;
}

function writeWeights(): void {
  const table = {
    about:
      "Log odds of the hashed features of attribution cues (see src/engine/extract/cueFeatures.ts), learned by tests/eval/training/cueWeights.ts from the training part of PolNeAR. keys: stems of the words that are looked at. weights: a character a bucket, steps from -45 to 45 as the characters from # to ~ without the backslash.",
    bias: learned.bias,
    keys: [...keys].sort(),
    weights: [...learned.weights].map(characterOf).join(""),
  };
  writeFileSync("assets/model/cueWeights.json", `${JSON.stringify(table, null, 2)}\n`);
  console.log(
    `${keys.size} keys, ${learned.weights.filter((weight) => weight !== 0).length} weights`,
  );
}

function characterOf(weight: number): string {
  const code = 35 + mostSteps + levelOf(weight);
  return String.fromCharCode(code < 92 ? code : code + 1);
}
