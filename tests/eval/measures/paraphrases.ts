import type { Features } from "../../../src/engine/match/features.ts";
import { type Example, fitLogistic, logitOfFitted } from "../logisticRegression.ts";
import type { Measure } from "../measure.ts";
import { paraphrasePairs } from "../training/storyPairs.ts";

const folds = 10;
const penalty = 1;

/** MRPC, ten folds: what the features of two sentences, without any story, tell of paraphrase. A diagnostic. */
export const paraphrases: Measure = {
  name: "mrpc",
  goal: { accuracy: 0.785, F1: 0.845 },
  baseline: { accuracy: 0.768, F1: 0.833 },
  needs: ["eval/mrpc/train.jsonl"],
  async run(dataFolder) {
    const examples = paraphrasePairs(dataFolder).map(
      ({ pair, label }): Example => ({
        x: vectorOf(pair.comparison.features),
        isYes: label === 1,
        weight: 1,
      }),
    );
    let right = 0;
    let given = 0;
    let hits = 0;
    for (let fold = 0; fold < folds; fold++) {
      const fitted = fitLogistic(
        examples.filter((_, i) => i % folds !== fold),
        penalty,
      );
      for (const { x, isYes } of examples.filter((_, i) => i % folds === fold)) {
        const isGiven = logitOfFitted(fitted, x) > 0;
        if (isGiven === isYes) right++;
        if (isGiven) given++;
        if (isGiven && isYes) hits++;
      }
    }
    const yes = examples.filter(({ isYes }) => isYes).length;
    return { accuracy: right / examples.length, F1: (2 * hits) / (given + yes) };
  },
};

const constant: ReadonlySet<string> = new Set([
  "likeness",
  "sameDays",
  "farDays",
  "noDays",
  "hasTitle",
  "speakerSame",
  "speakerOther",
]);

/** The features and their products with the two that say most. */
function vectorOf(features: Features): number[] {
  const own = Object.entries(features).flatMap(([name, value]) =>
    constant.has(name) ? [] : [value],
  );
  return [
    ...own,
    ...own.map((value) => value * features.dice),
    ...own.map((value) => value * features.sequence),
  ];
}
