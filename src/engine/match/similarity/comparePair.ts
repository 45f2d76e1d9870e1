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
 * @param by "rules" leaves out what only the model of conflicts finds
 */
export function comparePair(
  a: ReadPassage,
  b: ReadPassage,
  vectors: PairVectors | null = null,
  by: "rules" | "model" = "model",
): PairVerdict {
  const isTurned = isAfter(a, b);
  const [one, other] = isTurned ? [b, a] : [a, b];
  const cosine = vectors === null ? null : cosineOf(vectors);
  const { comparison, likeness } = compared(one, other, cosine);
  const { similarity, logit } = likeness;
  const verdict = verdictOf(comparison, logit - comparison.logit, 0);
  const isEqual = wordsOf(one) === wordsOf(other);
  const isSame = comparison.words?.kind === "whole" || isEqual;
  const score = isSame ? Math.max(sameWords, logistic(logit)) : logistic(logit);
  // A few words get no score, but they can deny each other.
  const apart = verdict === null && !isSame ? compareStatements(comparison) : null;
  const isFlagged = apart?.relation === "differs" || apart?.relation === "contradicts";
  const found = verdict?.relation ?? (isFlagged ? apart.relation : null);
  const byRules = apart?.otherAction ? "none" : relationOf(found, isEqual, score);
  const isOpen = by === "model" && !isSame && (byRules === "none" || byRules === "reworded");
  const conflict = isOpen ? conflictOf(sidesOfPair(comparison), { logit, cosine }) : null;
  const relation =
    conflict === null ? byRules : conflict.kind === "negation" ? "contradicts" : "differs";
  const slots = conflict !== null ? [conflict] : isFlagged ? apart.slots : [];
  const told = conflict === null ? verdict?.differences : undefined;
  const differences = relation === "none" ? [] : (told ?? slots.map(differenceOf));
  return {
    similarity: rounded(isSame ? Math.max(sameWords, similarity) : similarity),
    score: rounded(score),
    relation,
    differences: isTurned ? differences.map(reversedDifference) : differences,
  };
}

/** Returns all that two statements may be at odds over, to fit the model to. */
export function pairConflicts(a: ReadPassage, b: ReadPassage, vectors: PairVectors | null) {
  const [one, other] = isAfter(a, b) ? [b, a] : [a, b];
  const cosine = vectors === null ? null : cosineOf(vectors);
  const { comparison, likeness } = compared(one, other, cosine);
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
