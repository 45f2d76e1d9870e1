import { writeFileSync } from "node:fs";
import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import type { ConflictFeatures } from "../../../src/engine/match/relation/conflicts/conflictModel.ts";
import {
  comparePairByRules,
  pairConflicts,
} from "../../../src/engine/match/similarity/comparePair.ts";
import type { PairVectors } from "../../../src/engine/match/similarity/vectorFeatures.ts";
import { type RelationPair, readRelationPairs } from "../../support/relationPairs.ts";
import { openEncodedTexts } from "../encoding/encodedTexts.ts";
import { type Example, type Fitted, fitLogistic } from "../logisticRegression.ts";

/**
 * Fits the model of what two statements are at odds over, prints how it does on pairs left out in turn, and
 * with `--write` writes assets/model/conflicts.json.
 * `node scripts/runTypeScript.mjs tests/eval/training/conflicts.ts [--write]`
 *
 * The pairs are our own (tests/fixtures/relationPairs, the halves for development): which of several
 * possible conflicts is the one is not written there, so the likeliest counts, in rounds.
 */
const names = [
  "date",
  "name",
  "fates",
  "far",
  "otherDates",
  "modal",
  "free",
  "source",
  "logit",
  "cosine",
] as const;
const penalty = 0.5;
const rounds = 4;
const folds = 6;
const someDay = "2021-03-10";

interface Judged {
  readonly isApart: boolean;
  readonly isFoundByRules: boolean;
  readonly conflicts: readonly (readonly number[])[];
}

const pairs = [
  ...readRelationPairs("odds", "development", "claims"),
  ...readRelationPairs("odds", "development"),
  ...readRelationPairs("differences", "development"),
  ...readRelationPairs("odds", "development", "retold"),
  ...readRelationPairs("differences", "development", "retold"),
];
const encoded = await vectorsOf(pairs);
const byWords = pairs.map((pair) => judged(pair, null));
const byVectors = pairs.map((pair, at) => judged(pair, encoded[at]!));
const models = { words: fittedTo(byWords), vectors: fittedTo(byVectors) };
printFolds("by words", byWords);
printFolds("with vectors", byVectors);
if (process.argv.includes("--write")) write();

async function vectorsOf(pairs: readonly RelationPair[]): Promise<readonly PairVectors[]> {
  const texts = await openEncodedTexts();
  const page = await texts.of(pairs.map((pair) => pair.page));
  const corpus = await texts.of(pairs.map((pair) => pair.corpus));
  return pairs.map((_, at) => [page[at]!, corpus[at]!]);
}

function judged(pair: RelationPair, vectors: PairVectors | null): Judged {
  const page = readStatement(pair.page, pair.pageDate ?? someDay);
  const corpus = readStatement(pair.corpus, pair.corpusDate ?? someDay);
  const { relation } = comparePairByRules(page, corpus, vectors);
  return {
    isApart: pair.expected !== "together" && pair.expected !== "none",
    isFoundByRules: relation === "differs" || relation === "contradicts",
    conflicts: pairConflicts(page, corpus, vectors).map(({ features }) => row(features)),
  };
}

function row(features: ConflictFeatures): readonly number[] {
  return names.map((name) => features[name]!);
}

function logitOf({ intercept, weights }: Fitted, x: readonly number[]): number {
  return x.reduce((sum, value, at) => sum + value * weights[at]!, intercept);
}

function fittedTo(rows: readonly Judged[]): Fitted {
  let model: Fitted | null = null;
  for (let round = 0; round < rounds; round++) {
    model = fitLogistic(
      rows.flatMap((row) => examplesOf(row, model)),
      penalty,
    );
  }
  return model!;
}

/** Of two that are apart the likeliest conflict, at first all; of two that are not, every one is wrong. */
function examplesOf({ isApart, conflicts }: Judged, model: Fitted | null): readonly Example[] {
  if (!isApart) {
    return conflicts.map((x) => ({ x, isYes: false, weight: 1 / Math.sqrt(conflicts.length) }));
  }
  const inOrder =
    model === null
      ? conflicts
      : [...conflicts].sort((a, b) => logitOf(model, b) - logitOf(model, a)).slice(0, 1);
  return inOrder.map((x) => ({ x, isYes: true, weight: 1 / inOrder.length }));
}

/** Prints how many the model adds to what the rules find: right ones and wrong ones. */
function printFolds(name: string, rows: readonly Judged[]): void {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const model = fittedTo(rows.filter((_, at) => at % folds !== fold));
    return rows
      .filter((row, at) => at % folds === fold && !row.isFoundByRules)
      .map((row) => ({ ...row, logit: Math.max(...row.conflicts.map((x) => logitOf(model, x))) }));
  }).flat();
  const apart = rows.filter(({ isApart }) => isApart);
  console.log(
    `${name}: rules find ${apart.filter((row) => row.isFoundByRules).length} of ${apart.length}`,
  );
  for (const least of [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const shown = scored.filter(({ logit }) => logit >= Math.log(least / (1 - least)));
    const right = shown.filter(({ isApart }) => isApart);
    console.log(
      `  from ${least}: ${right.length} more, and ${shown.length - right.length} wrong ones`,
    );
  }
}

function write(): void {
  const about =
    "The model of what two statements are at odds over (src/engine/match/relation/conflicts/conflictModel.ts): logistic regressions over the features named here, by words alone and with the encoder's vectors. Written by tests/eval/training/conflicts.ts.";
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  const text = JSON.stringify({ about, features: names, ...models }, rounded, 2);
  writeFileSync("assets/model/conflicts.json", `${text}\n`);
}
