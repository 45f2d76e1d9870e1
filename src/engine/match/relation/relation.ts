import { isStopword } from "../../text/stems.ts";
import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import type { Features } from "../score/features.ts";
import { sharesWholeQuote } from "./quotedRun.ts";
import { coreWords } from "./quotedWords.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** How two passages stand to each other in their words. */
export interface WordRelation {
  /** whole: every word of the page's core in one run; run: most of it; near: lightly edited. */
  readonly kind: "whole" | "run" | "near";
  /** Share of the words of page and corpus that stand in both, in order. */
  readonly cover: number;
}

/** A run of fewer words is matched only if it is the whole of both passages. */
const fewestWords = 8;
/** What is shared must tell something: "he said in a statement" does not. About three rare words. */
const fewestBits = 26;
/** For whole short passages: about two rare words. */
const fewestBitsOfWhole = 18;
/** Articles this alike may tell of one matter. */
const oneMatter = 0.1;
/** A run that is most of what the page says. */
const runCover = 0.75;
/** Lightly edited: nearly all that both say is the same things in the same words, clauses moved or not. */
const nearDice = 0.72;
/** Or most content words of what is quoted stand in both, in order. */
const nearCoreCover = 0.78;
/** Nearly all of the one, within a longer other. */
const nearPartCover = 0.88;
const leastOtherCover = 0.5;
/** Pairs of less strength are other words for the same. */
const sameWords = 0.8;

/**
 * The closest relations, decided by words alone, quoted words where there are enough of them.
 * Null if the wording is not the same or too little is said with it.
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
  if (areSameWords(page, pageCore, corpus, corpusCore)) return { kind: "whole", cover };
  const isOneStory = features.likeness >= oneMatter && features.farDays === 0;
  const isOneMatter = isOneStory || features.speakerSame === 1;
  if (sharesWholeQuote(page, corpus, isOneMatter)) return { kind: "run", cover };
  if (alignment.page.length < fewestWords || bits < fewestBits) return null;
  if (run === pageCore.length && run >= fewestWords) return { kind: "whole", cover };
  if (features.otherMatter === 1) return null;
  if (run >= fewestWords && run >= runCover * pageCore.length) return { kind: "run", cover };
  const least = Math.min(pageCover, corpusCover);
  const most = Math.max(pageCover, corpusCover);
  const isNear =
    strictDice(page, corpus, pairs) >= nearDice ||
    least >= nearCoreCover ||
    (most >= nearPartCover && least >= leastOtherCover);
  return isNear ? { kind: "near", cover } : null;
}

/** True if two cores are the same words in the same order: of several quotes, each. */
function areSameWords(
  page: PreparedPassage,
  pageCore: readonly number[],
  corpus: PreparedPassage,
  corpusCore: readonly number[],
): boolean {
  const isSame = (place: number, i: number) =>
    page.wordKeys[place] === corpus.wordKeys[corpusCore[i]!];
  return pageCore.length === corpusCore.length && pageCore.every(isSame);
}

/** The share of the core's content words that are aligned. */
function contentCover(
  passage: PreparedPassage,
  core: readonly number[],
  aligned: readonly number[],
): number {
  const hits = new Set(aligned);
  let all = 0;
  let shared = 0;
  for (const place of core) {
    if (isStopword(passage.words[place]!.folded)) continue;
    all++;
    if (hits.has(place)) shared++;
  }
  return shared / Math.max(1, all);
}

/** Weighted dice over pairs of the same words and names; related words do not count. */
function strictDice(page: PreparedPassage, corpus: PreparedPassage, pairs: readonly Pair[]) {
  let shared = 0;
  for (const pair of pairs) {
    if (pair.strength < sameWords) continue;
    shared += Math.min(page.units[pair.page]!.weight, corpus.units[pair.corpus]!.weight);
  }
  return (2 * shared) / Math.max(1, page.weight + corpus.weight);
}

/** Words of the longest stretch of the core that stands word for word in the corpus passage. */
function longestRun(
  page: PreparedPassage,
  corpus: PreparedPassage,
  { page: a, corpus: b }: WordAlignment,
  core: ReadonlySet<number>,
): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < a.length; i++) {
    const isSame = core.has(a[i]!) && page.wordKeys[a[i]!] === corpus.wordKeys[b[i]!];
    const goesOn = run > 0 && a[i] === a[i - 1]! + 1 && b[i] === b[i - 1]! + 1;
    run = isSame ? (goesOn ? run + 1 : 1) : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Bits of what two passages share, out of the features. */
function bitsOf(features: Features): number {
  return features.rawBits * 60;
}
