import type { Difference, ReadPassage, Relation } from "../../model/index.ts";
import { type Comparison, comparePassages, verdictOf } from "../comparison.ts";
import { preparePassage } from "../preparedPassage.ts";
import { logistic } from "../scoreModel.ts";
import { createWordWeights, type WordWeights } from "../wordWeights.ts";
import type { SimilarityFeatures } from "./pairedStatements.ts";
import { similarityFeatures } from "./similarityFeatures.ts";
import { likenessOf } from "./similarityModel.ts";
import { statementWords } from "./statementWords.ts";

/** How two statements that stand by themselves relate; "none" if they do not say the same. */
export interface PairVerdict {
  /** How much they mean the same, graded 0..1. */
  readonly similarity: number;
  /** 0..1: the probability that an editor would call the two the same. */
  readonly score: number;
  readonly relation: Relation | "none";
  /** `page` is the first statement's side, `corpus` the second's. */
  readonly differences: readonly Difference[];
}

/** From here on two statements in quite other words are shown as the same. */
const leastScore = 0.5;
/** The same words are the same whatever a model says. */
const sameWords = 0.97;

/**
 * Compares two statements of which nothing else is known: no article, no story around them.
 * Whichever comes first, similarity, score and relation are the same.
 */
export function comparePair(a: ReadPassage, b: ReadPassage): PairVerdict {
  const isTurned = a.text > b.text;
  const [one, other] = isTurned ? [b, a] : [a, b];
  const { comparison, features } = compared(one, other);
  const { similarity, logit } = likenessOf(features);
  const verdict = verdictOf(comparison, logit - comparison.logit, 0);
  const isSame = comparison.words?.kind === "whole" || one.text === other.text;
  const score = isSame ? Math.max(sameWords, logistic(logit)) : logistic(logit);
  const relation = relationOf(verdict?.relation ?? null, one.text === other.text, score);
  const differences = relation === "none" ? [] : (verdict?.differences ?? []);
  return {
    similarity: rounded(isSame ? Math.max(sameWords, similarity) : similarity),
    score: rounded(score),
    relation,
    differences: isTurned ? differences.map(turned) : differences,
  };
}

/** The evidence on two statements, the same whichever comes first. */
export function pairFeatures(a: ReadPassage, b: ReadPassage): SimilarityFeatures {
  const [one, other] = a.text > b.text ? [b, a] : [a, b];
  return compared(one, other).features;
}

function compared(
  one: ReadPassage,
  other: ReadPassage,
): { comparison: Comparison; features: SimilarityFeatures } {
  const page = preparePassage(one, newsWeights);
  const corpus = preparePassage(other, newsWeights);
  return {
    comparison: comparePassages(page, corpus, noContext),
    features: similarityFeatures(
      statementWords(page, newsWeights),
      statementWords(corpus, newsWeights),
    ),
  };
}

const newsWeights: WordWeights = createWordWeights(0, () => 0);

const noContext = {
  story: { likeness: 0, days: null },
  fewness: 0,
  meaning: null,
  pageSpeaker: null,
  corpusSpeaker: null,
  hasTitle: false,
} as const;

/** What is only told in other words must be the same by its score; the closer ones are by their words. */
function relationOf(found: Relation | null, isEqual: boolean, score: number): Relation | "none" {
  if (found === null) return isEqual ? "verbatim" : score >= leastScore ? "reworded" : "none";
  return found === "reworded" && score < leastScore ? "none" : found;
}

function turned({ kind, page, corpus }: Difference): Difference {
  return { kind, page: corpus, corpus: page };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
