import { writeFileSync } from "node:fs";
import path from "node:path";
import { fitSimilarity, readTrainingPairs } from "./similarityTraining.ts";

/**
 * Fits the model of pairs of statements and writes assets/model/similarity.json.
 * `node scripts/runTypeScript.mjs tests/eval/training/similarity.ts` (data: EVAL_DATA)
 *
 * How it does on pairs that took no part is measured by `npm run eval -- graded paraphrases`.
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const about =
  "The model of how alike two statements are (src/engine/match/similarity/similarityModel.ts), over the features named here. graded: ridge regression on graded pairs. even: a network of few units on paraphrase pairs. within: logistic regression on statements beside longer texts. Written by tests/eval/training/similarity.ts.";

const model = fitSimilarity(readTrainingPairs(dataFolder));
const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;
writeFileSync("assets/model/similarity.json", `${JSON.stringify({ about, ...model }, rounded)}\n`);
console.log(`${model.features.length} features`);
