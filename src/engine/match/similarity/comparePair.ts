import {
  type Difference,
  type ReadPassage,
  type Relation,
  reversedDifference,
} from "../../model/index.ts";
import { languageOf } from "../../text/detectLanguage.ts";
import { tokenise } from "../../text/tokens.ts";
import { type PreparedPassage, preparePassage } from "../candidates/preparedPassage.ts";
import { withoutDiscount } from "../candidates/termRarity.ts";
import { type Comparison, comparePassages, compareStatements, verdictOf } from "../comparison.ts";
import { meaningFeatures } from "../meaning/meaningFeatures.ts";
import { conflictOf, weighedConflicts } from "../relation/conflicts/conflictModel.ts";
import { type Sides, sidesOf } from "../relation/slotSides.ts";
import { logistic } from "../score/scoreModel.ts";
import { createWordWeights, type WordWeights } from "../score/wordWeights.ts";
import { isEnglish } from "./isEnglish.ts";
import type { SimilarityFeatures } from "./pairedStatements.ts";
import { similarityFeatures } from "./similarityFeatures.ts";
import { type Likeness, likenessOf, likenessWithVectors } from "./similarityModel.ts";
import { statementWords } from "./statementWords.ts";
import { cosineOf, type PairVectors, vectorFeatures } from "./vectorFeatures.ts";

/** How two statements without context relate; "none" if they do not say the same. */
export interface PairVerdict {
  /** Graded similarity of meaning, 0..1. */
  readonly similarity: number;
  /** 0..1: the probability that an editor would call the two the same. */
  readonly score: number;
  readonly relation: Relation | "none";
  /** `page` stands for the first statement, `corpus` for the second. */
  readonly differences: readonly Difference[];
}

/** The score from which two statements in other words are shown as the same. */
const leastScore = 0.5;
/** The score of identical wording, whatever a model says. */
const sameWords = 0.97;

/**
 * Compares two statements without article or story. The order of the statements does not change
 * similarity, score and relation.
 * @param vectors those of `a` and `b`, in this order; without them only words are compared
 */
export function comparePair(
  a: ReadPassage,
  b: ReadPassage,
  vectors: PairVectors | null = null,
): PairVerdict {
  return inOrder(a, b, vectors, (pair) => withConflict(verdictByRules(pair), pair));
}

/** Returns what the rules alone say, to fit the model of conflicts beside them. */
export function comparePairByRules(
  a: ReadPassage,
  b: ReadPassage,
  vectors: PairVectors | null,
): PairVerdict {
  return inOrder(a, b, vectors, verdictByRules);
}

/** Two statements in the order of their words, compared. */
interface StatementPair {
  readonly comparison: Comparison;
  readonly likeness: Likeness;
  readonly cosine: number | null;
  /** True if they have the same words. */
  readonly isEqual: boolean;
}

function inOrder(
  a: ReadPassage,
  b: ReadPassage,
  vectors: PairVectors | null,
  verdictFor: (pair: StatementPair) => PairVerdict,
): PairVerdict {
  const isTurned = isAfter(a, b);
  const [one, other] = isTurned ? [b, a] : [a, b];
  const verdict = verdictFor(pairOf(one, other, vectors));
  const { differences } = verdict;
  return { ...verdict, differences: isTurned ? differences.map(reversedDifference) : differences };
}

function pairOf(one: ReadPassage, other: ReadPassage, vectors: PairVectors | null): StatementPair {
  const cosine = vectors === null ? null : cosineOf(vectors);
  return { ...compared(one, other, cosine), cosine, isEqual: wordsOf(one) === wordsOf(other) };
}

function isSameText({ comparison, isEqual }: StatementPair): boolean {
  return comparison.words?.kind === "whole" || isEqual;
}

function verdictByRules(pair: StatementPair): PairVerdict {
  const { comparison, likeness, isEqual } = pair;
  const { similarity, logit } = likeness;
  const verdict = verdictOf(comparison, logit - comparison.logit, 0);
  const isSame = isSameText(pair);
  const score = isSame ? Math.max(sameWords, logistic(logit)) : logistic(logit);
  // A few words get no score, but they can deny each other.
  const apart = verdict === null && !isSame ? compareStatements(comparison) : null;
  const isFlagged = apart?.relation === "differs" || apart?.relation === "contradicts";
  const found = verdict?.relation ?? (isFlagged ? apart.relation : null);
  const relation = apart?.otherAction ? "none" : relationOf(found, isEqual, score);
  const slots = isFlagged ? apart.slots : [];
  return {
    similarity: rounded(isSame ? Math.max(sameWords, similarity) : similarity),
    score: rounded(score),
    relation,
    differences: relation === "none" ? [] : (verdict?.differences ?? slots.map(differenceOf)),
  };
}

/** Returns the verdict with what the model of conflicts finds, which was fitted to English, if the rules find nothing. */
function withConflict(verdict: PairVerdict, pair: StatementPair): PairVerdict {
  const { comparison, likeness, cosine } = pair;
  const isOpen = verdict.relation === "none" || verdict.relation === "reworded";
  if (!isOpen || isSameText(pair)) return verdict;
  if (!isEnglish(comparison.page) || !isEnglish(comparison.corpus)) return verdict;
  const conflict = conflictOf(sidesOfPair(comparison), { logit: likeness.logit, cosine });
  if (conflict === null) return verdict;
  const relation = conflict.kind === "negation" ? "contradicts" : "differs";
  return { ...verdict, relation, differences: [differenceOf(conflict)] };
}

/** Returns all that two statements may be at odds over, to fit the model to. */
export function pairConflicts(a: ReadPassage, b: ReadPassage, vectors: PairVectors | null) {
  const [one, other] = isAfter(a, b) ? [b, a] : [a, b];
  const { comparison, likeness, cosine } = pairOf(one, other, vectors);
  return weighedConflicts(sidesOfPair(comparison), { logit: likeness.logit, cosine });
}

function sidesOfPair({ page, corpus, pairs, alignment }: Comparison): Sides {
  return sidesOf(page, corpus, pairs, alignment);
}

/** Returns the features of two statements' words, which do not depend on their order. */
export function pairFeatures(a: ReadPassage, b: ReadPassage): SimilarityFeatures {
  const [one, other] = isAfter(a, b) ? [b, a] : [a, b];
  return featuresOf(preparePassage(one, newsWeights), preparePassage(other, newsWeights));
}

/**
 * True if one statement sorts after another. Punctuation is ignored, since each newsroom sets it
 * differently.
 */
function isAfter(a: ReadPassage, b: ReadPassage): boolean {
  return wordsOf(a) > wordsOf(b);
}

function wordsOf({ text }: ReadPassage): string {
  return text
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function compared(
  one: ReadPassage,
  other: ReadPassage,
  cosine: number | null,
): { readonly comparison: Comparison; readonly likeness: Likeness } {
  const page = prepared(one);
  const corpus = prepared(other);
  const words = featuresOf(page, corpus);
  if (cosine === null) {
    return { comparison: comparePassages(page, corpus, noContext), likeness: likenessOf(words) };
  }
  const [isOneEnglish, isOtherEnglish] = [isEnglish(page), isEnglish(corpus)];
  const isOneLanguage = isOneEnglish === isOtherEnglish;
  const features = vectorFeatures(cosine, words);
  const meaning = isOneLanguage
    ? null
    : { isOneLanguage, features: meaningFeatures(cosine, noRivals, 0) };
  return {
    comparison: comparePassages(page, corpus, { ...noContext, meaning }),
    likeness: likenessWithVectors({ ...words, ...features }, isOneEnglish && isOtherEnglish),
  };
}

function prepared(passage: ReadPassage): PreparedPassage {
  const tokens = tokenise(passage.text);
  return preparePassage(passage, newsWeights, withoutDiscount, tokens, languageOf(tokens, null));
}

function featuresOf(one: PreparedPassage, other: PreparedPassage): SimilarityFeatures {
  return similarityFeatures(statementWords(one, newsWeights), statementWords(other, newsWeights));
}

const noRivals = { inArticle: null, onPage: null, inLibrary: null } as const;

const newsWeights: WordWeights = createWordWeights(0, () => 0);

const noContext = {
  story: { likeness: 0, days: null },
  fewness: 0,
  meaning: null,
  pageSpeaker: null,
  corpusSpeaker: null,
  hasTitle: false,
} as const;

/** Returns the relation: looser ones depend on the score, closer ones on the words. */
function relationOf(found: Relation | null, isEqual: boolean, score: number): Relation | "none" {
  if (found === null) return isEqual ? "verbatim" : score >= leastScore ? "reworded" : "none";
  return found === "reworded" && score < leastScore ? "none" : found;
}

function differenceOf({ kind, page, corpus }: Difference): Difference {
  return { kind, page, corpus };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
