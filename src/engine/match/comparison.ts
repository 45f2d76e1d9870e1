import type { Difference, Relation } from "../model/index.ts";
import { differencesOf } from "./differences.ts";
import { type Features, featuresOf, type PairContext } from "./features.ts";
import { type Pair, pairUnits } from "./pairing.ts";
import type { PreparedPassage } from "./preparedPassage.ts";
import { bitsOf, type WordRelation, wordRelation } from "./relation.ts";
import { logistic, logitOf } from "./scoreModel.ts";
import { alignWords, type WordAlignment } from "./wordAlignment.ts";

/** Two passages compared, before their neighbours are looked at. */
export interface Comparison {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly pairs: readonly Pair[];
  readonly alignment: WordAlignment;
  readonly features: Features;
  /** Log-odds that an editor would call the two the same. */
  readonly logit: number;
  readonly words: WordRelation | null;
}

/** Aligns two passages and weighs the evidence. */
export function comparePassages(
  page: PreparedPassage,
  corpus: PreparedPassage,
  context: PairContext,
): Comparison {
  const pairs = pairUnits(page, corpus);
  const alignment = alignWords(page, corpus);
  const features = featuresOf(page, corpus, pairs, alignment, context);
  return {
    page,
    corpus,
    pairs,
    alignment,
    features,
    logit: logitOf(features),
    words: wordRelation(page, corpus, alignment, bitsOf(features)),
  };
}

/** What the comparison comes to. */
export interface Verdict {
  readonly relation: Relation;
  readonly score: number;
  readonly differences: readonly Difference[];
}

/** The same words are the same whatever the model says: the least score of each close relation. */
const verbatimScore = 0.98;
const nearVerbatimScore = 0.85;
/** Fewer content words say too little to be recognised in other words. */
const fewestUnits = 4;

/**
 * The relation, its score and the differences; null below the score.
 * @param support log-odds added for neighbouring passages that match as well
 */
export function verdictOf(
  comparison: Comparison,
  support: number,
  minScore: number,
): Verdict | null {
  const { page, corpus, pairs, alignment, words } = comparison;
  const probability = logistic(comparison.logit + support);
  const differences = () => differencesOf(page, corpus, pairs, alignment);
  if (words?.relation === "verbatim") {
    const score = Math.max(probability, verbatimScore);
    return score < minScore ? null : { relation: "verbatim", score, differences: differences() };
  }
  if (words) {
    const score = Math.min(0.97, Math.max(probability, nearVerbatimScore + words.cover / 10));
    return score < minScore ? null : { ...editedRelation(differences()), score };
  }
  if (Math.min(page.units.length, corpus.units.length) < fewestUnits) return null;
  const score = Math.min(0.95, probability);
  return score < minScore ? null : { relation: "reworded", score, differences: differences() };
}

/** In lightly edited text another number, date, place or name is what is new. */
function editedRelation(differences: readonly Difference[]): {
  relation: Relation;
  differences: readonly Difference[];
} {
  const isOther = differences.some(({ kind }) => kind !== "wording");
  return { relation: isOther ? "differs" : "near-verbatim", differences };
}
