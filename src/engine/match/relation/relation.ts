import { isStopword } from "../../text/stems.ts";
import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import type { Features } from "../score/features.ts";
import { sharesWholeQuote } from "./quotes/quotedRun.ts";
import { coreWords } from "./quotes/quotedWords.ts";
import { hasExchangedWords } from "./wording/exchangedWords.ts";
import type { WordAlignment } from "./wording/wordAlignment.ts";

/** How close the wording of two passages is. */
export interface WordRelation {
  /**
   * "whole": every core word of the page in one run; "run": most of them; "near": lightly edited.
   */
  readonly kind: "whole" | "run" | "near";
  /**
   * Share of the content words that both passages have in the same order, averaged over the two.
   */
  readonly cover: number;
  /** True for a run beside which both passages have words of their own in the same place. */
  readonly hasExchanged: boolean;
}

/** The fewest words of a run, unless it is the whole of both passages. */
const fewestWords = 8;
/**
 * The fewest bits that must be shared, about three rare words: "he said in a statement" is not
 * enough.
 */
const fewestBits = 26;
/** The fewest bits for short passages that are identical: about two rare words. */
const fewestBitsOfWhole = 18;
/** The article similarity from which two articles may describe the same matter. */
const oneMatter = 0.1;
/** The share of the page's core that a run must cover. */
const runCover = 0.75;
/**
 * The least weighted Dice score for "near": nearly everything is shared in the same words, even if
 * clauses moved.
 */
const nearDice = 0.72;
/** Or the least share of the core's content words that both have in the same order. */
const nearCoreCover = 0.78;
/** Or the least share of one passage that a longer passage contains. */
const nearPartCover = 0.88;
const leastOtherCover = 0.5;
/** The least strength of a pair with the same word. Weaker pairs are related words. */
const sameWords = 0.8;

/**
 * Returns how close the wording is, judged by words alone (the quoted words if there are enough).
 * Null if the wording differs or the shared words are too common.
 */
export function wordRelation(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignmentOf: () => WordAlignment,
  features: Features,
): WordRelation | null {
  const bits = bitsOf(features);
  if (bits < fewestBitsOfWhole) return null;
  const alignment = alignmentOf();
  const pageCore = coreWords(page);
  const corpusCore = coreWords(corpus);
  const pageCover = contentCover(page, pageCore, alignment.page);
  const corpusCover = contentCover(corpus, corpusCore, alignment.corpus);
  const cover = (pageCover + corpusCover) / 2;
  const run = longestRun(page, corpus, alignment, new Set(pageCore));
  if (areSameWords(page, pageCore, corpus, corpusCore)) return relationOf("whole");
  const isOneStory = features.likeness >= oneMatter && features.farDays === 0;
  const isOneMatter = isOneStory || features.speakerSame === 1;
  if (sharesWholeQuote(page, corpus, isOneMatter)) return relationOf("run");
  if (alignment.page.length < fewestWords || bits < fewestBits) return null;
  if (run === pageCore.length && run >= fewestWords) return relationOf("whole");
  if (features.otherMatter === 1) return null;
  if (run >= fewestWords && run >= runCover * pageCore.length) {
    return { kind: "run", cover, hasExchanged: hasExchangedWords(page, corpus, alignment) };
  }
  const least = Math.min(pageCover, corpusCover);
  const most = Math.max(pageCover, corpusCover);
  const isNear =
    strictDice(page, corpus, pairs) >= nearDice ||
    least >= nearCoreCover ||
    (most >= nearPartCover && least >= leastOtherCover);
  return isNear ? relationOf("near") : null;

  function relationOf(kind: WordRelation["kind"]): WordRelation {
    return { kind, cover, hasExchanged: false };
  }
}

/**
 * True if two cores have the same words in the same order; with several quotes, if each pair does.
 */
function areSameWords(
  page: PreparedPassage,
  pageCore: readonly number[],
  corpus: PreparedPassage,
  corpusCore: readonly number[],
): boolean {
  const isSame = (index: number, i: number) =>
    page.wordKeys[index] === corpus.wordKeys[corpusCore[i]!];
  return pageCore.length === corpusCore.length && pageCore.every(isSame);
}

/** Returns the share of the core's content words that are aligned. */
function contentCover(
  passage: PreparedPassage,
  core: readonly number[],
  aligned: readonly number[],
): number {
  const hits = new Set(aligned);
  let all = 0;
  let shared = 0;
  for (const index of core) {
    if (isStopword(passage.words[index]!.folded)) continue;
    all++;
    if (hits.has(index)) shared++;
  }
  return shared / Math.max(1, all);
}

/**
 * Returns the weighted Dice score over pairs with the same word or name; related words do not
 * count.
 */
function strictDice(page: PreparedPassage, corpus: PreparedPassage, pairs: readonly Pair[]) {
  let shared = 0;
  for (const pair of pairs) {
    if (pair.strength < sameWords) continue;
    shared += Math.min(page.units[pair.page]!.weight, corpus.units[pair.corpus]!.weight);
  }
  return (2 * shared) / Math.max(1, page.weight + corpus.weight);
}

/**
 * Returns the length in words of the longest stretch of the core that the corpus passage contains
 * word for word.
 */
function longestRun(
  page: PreparedPassage,
  corpus: PreparedPassage,
  { page: a, corpus: b }: WordAlignment,
  core: ReadonlySet<number>,
): number {
  let longest = 0;
  let run = 0;
  for (const [i, index] of a.entries()) {
    const isSame = core.has(index) && page.wordKeys[index] === corpus.wordKeys[b[i]!];
    const goesOn = index === a[i - 1]! + 1 && b[i] === b[i - 1]! + 1;
    run = isSame ? (goesOn ? run + 1 : 1) : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Returns the bits that two passages share, from the features. */
function bitsOf(features: Features): number {
  return features.rawBits * 60;
}
