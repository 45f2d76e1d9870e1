import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import { comparePair } from "../../../src/engine/match/similarity/comparePair.ts";
import { likenessOf } from "../../../src/engine/match/similarity/similarityModel.ts";
import type { Measure } from "../measure.ts";
import { report } from "../report.ts";
import { entailmentRows, eventPairs, type JudgedPair } from "../statementSets.ts";
import {
  fitSimilarity,
  fitSimilarityAlone,
  readTrainingPairs,
  readVectorTrainingPairs,
  type SimilarityExample,
  type TrainingPairs,
} from "../training/similarityTraining.ts";
import { correlation, precisionByRank, reliability } from "./rankFigures.ts";

/** Graded similarity: each set by a model that was fitted to the other eight. */
export const graded: Measure = {
  name: "graded-pairs",
  goal: {
    "Pearson, mean of sets": 0.78,
    "2012.SMTnews": 0.55,
    "Pearson, mean of sets, with vectors": 0.84,
  },
  baseline: {
    "Pearson, mean of sets": 0.726,
    "2012.SMTnews": 0.427,
    "2013.headlines": 0.748,
    "2014.deft-news": 0.696,
    "2014.headlines": 0.703,
    "2014.tweet-news": 0.774,
    "2015.headlines": 0.781,
    "2016.headlines": 0.759,
    "2016.plagiarism": 0.796,
    "2016.postediting": 0.849,
  },
  needs: ["eval/sts-news", "eval/mrpc/train.jsonl"],
  async run(dataFolder) {
    const byWords = gradedFigures(readTrainingPairs(dataFolder));
    const withVectors = gradedFigures(await readVectorTrainingPairs(dataFolder));
    return {
      ...byWords,
      ...Object.fromEntries(
        Object.entries(withVectors).map(([name, figure]) => [`${name}, with vectors`, figure]),
      ),
    };
  },
};

function gradedFigures(pairs: TrainingPairs): Record<string, number> {
  const sets = [...new Set(pairs.graded.map(({ set }) => set))];
  const figures = sets.map((set) => {
    const similarityOf = fitSimilarityAlone({
      graded: pairs.graded.filter((one) => one.set !== set),
      paraphrases: pairs.paraphrases,
    });
    const held = pairs.graded.filter((one) => one.set === set);
    const given = held.map(similarityOf);
    return [
      set,
      correlation(
        given,
        held.map(({ judged }) => judged),
      ),
    ] as const;
  });
  const sum = figures.reduce((total, [, figure]) => total + figure, 0);
  return { "Pearson, mean of sets": sum / figures.length, ...Object.fromEntries(figures) };
}

const folds = 10;

/** Paraphrase or not: ten folds, each by a model that was fitted to the other nine. */
export const paraphrases: Measure = {
  name: "paraphrases",
  goal: {
    accuracy: 0.785,
    F1: 0.845,
    "accuracy, with vectors": 0.8,
    "F1, with vectors": 0.86,
  },
  baseline: { accuracy: 0.768, F1: 0.833 },
  needs: ["eval/sts-news", "eval/mrpc/train.jsonl"],
  async run(dataFolder) {
    const byWords = paraphraseFigures(readTrainingPairs(dataFolder), "paraphrases.txt");
    const withVectors = paraphraseFigures(
      await readVectorTrainingPairs(dataFolder),
      "paraphrasesWithVectors.txt",
    );
    return {
      ...byWords,
      ...Object.fromEntries(
        Object.entries(withVectors).map(([name, figure]) => [`${name}, with vectors`, figure]),
      ),
    };
  },
};

function paraphraseFigures(
  pairs: TrainingPairs,
  reportFile: string,
): Record<string, number | string> {
  const scored: { isYes: boolean; score: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (_: SimilarityExample, at: number) => at % folds === fold;
    const model = fitSimilarity({
      ...pairs,
      paraphrases: pairs.paraphrases.filter((one, at) => !isHeld(one, at)),
      within: [],
    });
    for (const { features, judged } of pairs.paraphrases.filter(isHeld)) {
      const { logit } = likenessOf(features, model);
      scored.push({ isYes: judged === 1, score: 1 / (1 + Math.exp(-logit)) });
    }
  }
  const table = reliability(scored);
  report(reportFile, table.lines);
  const right = scored.filter(({ isYes, score }) => isYes === score >= 0.5).length;
  const given = scored.filter(({ score }) => score >= 0.5);
  const hits = given.filter(({ isYes }) => isYes).length;
  const yes = scored.filter(({ isYes }) => isYes).length;
  return {
    accuracy: right / scored.length,
    F1: (2 * hits) / (given.length + yes),
    "score against share of yes, by tenths": table.inWords,
    "off by, mean": table.error,
  };
}

/** A statement beside a text that states it, denies it, or neither, as `compare` prints it. */
export const entailment: Measure = {
  name: "entailment",
  goal: { "two-way accuracy": 0.69, "P of contradicts": 0.8 },
  baseline: { "two-way accuracy": 0.662, "P of contradicts": 0.18 },
  needs: ["eval/rte3/dev.jsonl"],
  async run(dataFolder) {
    const rows = entailmentRows(dataFolder);
    const verdicts = rows.map((row) => ({ row, ...compared(row) }));
    const right = verdicts.filter(({ row, score }) => (row.judged === 1) === score >= 0.5).length;
    const denied = verdicts.filter(({ relation }) => relation === "contradicts");
    const hits = denied.filter(({ row }) => row.judged === -1);
    report(
      "entailment.txt",
      denied.map(({ row }) => `${row.judged}\t${row.a}\t${row.b}`),
    );
    return {
      "two-way accuracy": right / rows.length,
      "P of contradicts": hits.length / Math.max(1, denied.length),
      "R of contradicts": hits.length / rows.filter(({ judged }) => judged === -1).length,
      "contradicts given": denied.length,
    };
  },
};

/** Sentences of different documents of a topic that share an event, ranked by similarity. */
export const events: Measure = {
  name: "events",
  goal: { "average precision within topic": 0.74 },
  baseline: { "average precision within topic": 0.691 },
  needs: ["eval/ecbplus/docs.jsonl"],
  async run(dataFolder) {
    const byTopic = [...eventPairs(dataFolder).values()].map((pairs) => {
      const ranked = pairs.map((pair) => ({ ...compared(pair), isYes: pair.judged === 1 }));
      return {
        similarity: precisionByRank(ranked.map((one) => [one.similarity, one.isYes] as const)),
        score: precisionByRank(ranked.map((one) => [one.score, one.isYes] as const)),
      };
    });
    const mean = (figure: "similarity" | "score") =>
      byTopic.reduce((sum, topic) => sum + topic[figure], 0) / byTopic.length;
    return {
      "average precision within topic": mean("similarity"),
      "the same by score": mean("score"),
    };
  },
};

function compared({ a, b }: JudgedPair) {
  return comparePair(readStatement(a), readStatement(b));
}
