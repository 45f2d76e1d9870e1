import type { Relation } from "../model/index.ts";
import type { Features } from "./features.ts";
import type { PreparedPassage } from "./preparedPassage.ts";
import { coreWords } from "./quotedWords.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** How two passages stand to each other in their words. */
export interface WordRelation {
  readonly relation: Extract<Relation, "verbatim" | "near-verbatim">;
  /** Share of the words of page and corpus that stand in both, in order. */
  readonly cover: number;
}

/** A run of fewer words is matched only if it is the whole of both passages. */
const fewestWords = 8;
/** What is shared must tell something: "he said in a statement" does not. About three rare words. */
const fewestBits = 26;
/** For whole short passages: about two rare words. */
const fewestBitsOfWhole = 18;
/** Lightly edited: most of the page's words in order, and most of the corpus's. */
const nearPageCover = 0.78;
const nearCorpusCover = 0.6;
/** Nearly all of the page's words, in a longer passage. */
const nearPartCover = 0.9;

/**
 * The closest relations, decided by words alone, quoted words where there are enough of them.
 * Null if the wording is not the same or too little is said with it.
 */
export function wordRelation(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
  sharedBits: number,
): WordRelation | null {
  const pageCore = coreWords(page);
  const corpusCore = coreWords(corpus);
  const inPage = new Set(pageCore);
  const inCorpus = new Set(corpusCore);
  const pageHits = alignment.page.filter((place) => inPage.has(place)).length;
  const corpusHits = alignment.corpus.filter((place) => inCorpus.has(place)).length;
  const pageCover = pageHits / Math.max(1, pageCore.length);
  const corpusCover = corpusHits / Math.max(1, corpusCore.length);
  const cover = (pageCover + corpusCover) / 2;
  if (pageCover === 1 && corpusCover === 1 && sharedBits >= fewestBitsOfWhole) {
    return { relation: "verbatim", cover };
  }
  if (pageHits < fewestWords || sharedBits < fewestBits) return null;
  if (pageCover === 1 && isRun(alignment, inPage)) return { relation: "verbatim", cover };
  const isEdited = pageCover >= nearPageCover && corpusCover >= nearCorpusCover;
  const isPart = pageCover >= nearPartCover || (corpusCover >= nearPartCover && pageCover >= 0.5);
  return isEdited || isPart ? { relation: "near-verbatim", cover } : null;
}

/** True if the words of the core stand without a gap in the corpus passage. */
function isRun(alignment: WordAlignment, core: ReadonlySet<number>): boolean {
  let before = -1;
  for (let i = 0; i < alignment.page.length; i++) {
    if (!core.has(alignment.page[i]!)) continue;
    const place = alignment.corpus[i]!;
    if (before >= 0 && place !== before + 1) return false;
    before = place;
  }
  return true;
}

/** Bits of what two passages share, out of the features. */
export function bitsOf(features: Features): number {
  return features.sharedBits * 60;
}
