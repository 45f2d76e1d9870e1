import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  closenessFeatures,
  featuresWithCosine,
} from "../../../src/engine/match/retrieval/closeness.ts";
import {
  createRetriever,
  type RetrievalCandidate,
} from "../../../src/engine/match/retrieval/retriever.ts";
import {
  type ClaimQuery,
  type ClaimText,
  checkedClaims,
  claimQueries,
  claimTexts,
  vectorsOfClaims,
  vectorsOfQueries,
} from "../claimRetrieval.ts";

/**
 * Fits the weights by which `retrieve` ranks what the index finds and writes them to
 * assets/model/retrieval.json: of a query's candidates the right one shall have the highest sum
 * (a softmax over the candidates, plain gradient descent, an L2 penalty).
 * `node scripts/runTypeScript.mjs tests/eval/training/retrieval.ts` (data: EVAL_DATA); `vectors` as an
 * argument fits those with vectors alone.
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

const queries = claimQueries(dataFolder, "train");
const texts = Object.keys(claimTexts) as ClaimText[];
const before = JSON.parse(readFileSync(file, "utf8"));
const weights =
  process.argv[2] === "vectors"
    ? before.weights
    : named(closenessFeatures, fitChoices(texts.flatMap(choicesByWords)));
const meant = await choicesByMeaning("title, subtitle and claim");
const weightsWithCosine = named(featuresWithCosine, fitChoices(meant));
writeFileSync(
  file,
  `${JSON.stringify({ about: before.about, weights, weightsWithCosine }, null, 2)}\n`,
);
console.log(weights, weightsWithCosine);

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Math.round(values[at]! * 100) / 100]));
}

function choicesByWords(text: ClaimText): readonly Choice[] {
  const retriever = createRetriever(checkedClaims(dataFolder, text));
  return queries.flatMap((query) => choiceOf(query, retriever.candidates(query.text)));
}

async function choicesByMeaning(text: ClaimText): Promise<readonly Choice[]> {
  const claims = checkedClaims(dataFolder, text);
  const retriever = createRetriever(claims, await vectorsOfClaims(claims));
  const vectors = await vectorsOfQueries(queries);
  return queries.flatMap((query, at) =>
    choiceOf(query, retriever.candidates(query.text, vectors[at])),
  );
}

function choiceOf(
  { relevant }: ClaimQuery,
  found: readonly RetrievalCandidate[],
): readonly Choice[] {
  const right = found.map(({ passage }) => relevant.includes(passage.articleId));
  return right.includes(true) ? [{ candidates: found.map(({ features }) => features), right }] : [];
}

function fitChoices(all: readonly Choice[]): Float64Array {
  const weights = new Float64Array(all[0]!.candidates[0]!.length);
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
