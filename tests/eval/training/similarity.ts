import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  fitSimilarity,
  fitWithVectors,
  readTrainingPairs,
  readVectorTrainingPairs,
} from "./similarityTraining.ts";

/**
 * Fits the models of pairs of statements and writes assets/model/similarity.json and
 * similarityWithVectors.json; `vectors` as an argument writes the second alone.
 * `node scripts/runTypeScript.mjs tests/eval/training/similarity.ts` (data: EVAL_DATA)
 *
 * How they do on pairs that took no part is measured by `npm run eval -- graded paraphrases`.
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const about =
  "The model of how alike two statements are (src/engine/match/similarity/similarityModel.ts), over the features named here. graded: ridge regression on graded pairs. even: a network of few units on paraphrase pairs. within: logistic regression on statements beside longer texts. Written by tests/eval/training/similarity.ts.";
const aboutVectors = `${about} Here with what the encoder's vectors say. foreign: the same two regressions on what tells across languages, the second on statements in two languages.`;

if (process.argv[2] !== "vectors") {
  write("similarity.json", about, fitSimilarity(readTrainingPairs(dataFolder)));
}
const withVectors = fitWithVectors(await readVectorTrainingPairs(dataFolder));
write("similarityWithVectors.json", aboutVectors, withVectors);

function write(name: string, what: string, model: object): void {
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  writeFileSync(
    path.join("assets/model", name),
    `${JSON.stringify({ about: what, ...model }, rounded)}\n`,
  );
}
