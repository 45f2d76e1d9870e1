import type { Difference, ReadPassage, Relation } from "../model/index.ts";
import { type Comparison, comparePassages, verdictOf } from "./comparison.ts";
import { preparePassage } from "./preparedPassage.ts";
import { createWordWeights, type WordWeights } from "./wordWeights.ts";

/** How two statements that stand by themselves relate; "none" if they do not say the same. */
export interface PairVerdict {
  /** How much they mean the same, graded 0..1. */
  readonly similarity: number;
  /** 0..1: the probability that an editor would call the two the same. */
  readonly score: number;
  readonly relation: Relation | "none";
  readonly differences: readonly Difference[];
}

/** Below this the two are told apart. */
const leastScore = 0.5;

/** Compares two statements of which nothing else is known: no article, no story around them. */
export function comparePair(a: ReadPassage, b: ReadPassage): PairVerdict {
  const comparison = comparePassages(
    preparePassage(a, newsWeights),
    preparePassage(b, newsWeights),
    { story: { likeness: 0, days: null }, pageSpeaker: null, corpusSpeaker: null, hasTitle: false },
  );
  const logit = logitOfPair(comparison);
  const verdict = verdictOf(comparison, logit - comparison.logit, leastScore);
  return {
    similarity: rounded(comparison.features.dice),
    score: verdict?.score ?? rounded(1 / (1 + Math.exp(-logit))),
    relation: verdict?.relation ?? "none",
    differences: verdict?.differences ?? [],
  };
}

const newsWeights: WordWeights = createWordWeights(0, () => 0);

function logitOfPair({ features }: Comparison): number {
  return 7 * features.dice + 2 * features.sequence - 5;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
