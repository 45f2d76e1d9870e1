import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { closenessFeatures } from "../../../src/engine/match/retrieval/closeness.ts";
import { createRetriever } from "../../../src/engine/match/retrieval/retriever.ts";
import { type ClaimText, checkedClaims, claimQueries, claimTexts } from "../claimRetrieval.ts";

/**
 * Fits the weights by which `retrieve` ranks what the index finds and writes them to
 * assets/model/retrieval.json: of a query's candidates the right one shall have the highest sum
 * (a softmax over the candidates, plain gradient descent, an L2 penalty).
 * `node scripts/runTypeScript.mjs tests/eval/training/retrieval.ts` (data: EVAL_DATA)
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const file = "assets/model/retrieval.json";
const rounds = 3000;
const stepSize = 1;
const penalty = 0.002;

interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const choices = (Object.keys(claimTexts) as ClaimText[]).flatMap(choicesOf);
const weights = fitChoices(choices);
const about = JSON.parse(readFileSync(file, "utf8")).about;
const named = Object.fromEntries(
  closenessFeatures.map((name, at) => [name, Math.round(weights[at]! * 100) / 100]),
);
writeFileSync(file, `${JSON.stringify({ about, weights: named }, null, 2)}\n`);
console.log(`${choices.length} queries`, named);

function choicesOf(text: ClaimText): readonly Choice[] {
  const retriever = createRetriever(checkedClaims(dataFolder, text));
  return claimQueries(dataFolder, "train").flatMap((query): Choice[] => {
    const found = retriever.candidates(query.text);
    const right = found.map(({ passage }) => query.relevant.includes(passage.articleId));
    return right.includes(true)
      ? [{ candidates: found.map(({ features }) => features), right }]
      : [];
  });
}

function fitChoices(all: readonly Choice[]): Float64Array {
  const weights = new Float64Array(closenessFeatures.length);
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight) => -penalty * weight);
    for (const choice of all) addSlopes(choice, weights, slopes, 1 / all.length);
    for (let i = 0; i < weights.length; i++) weights[i]! += stepSize * slopes[i]!;
  }
  return weights;
}

function addSlopes(
  { candidates, right }: Choice,
  weights: Float64Array,
  slopes: Float64Array,
  share: number,
): void {
  const raised = candidates.map((features) =>
    Math.exp(features.reduce((sum, value, i) => sum + value * weights[i]!, 0)),
  );
  const total = raised.reduce((sum, value) => sum + value, 0);
  const ofRight = raised.reduce((sum, value, at) => sum + (right[at] ? value : 0), 0);
  candidates.forEach((features, at) => {
    const pull = (right[at] ? raised[at]! / ofRight : 0) - raised[at]! / total;
    features.forEach((value, i) => {
      slopes[i]! += share * pull * value;
    });
  });
}
