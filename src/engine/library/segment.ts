import type { HashPairs } from "./hashPairs.ts";
import type { SegmentRows } from "./rowReader.ts";
import type { SegmentViews } from "./segmentLayout.ts";
import type { TermIndex } from "./termIndex.ts";

/** An opened segment: views over its buffer; nothing has been read yet. */
export interface Segment {
  /** Deleted ones included, as in all of a segment's numbers. */
  readonly articleCount: number;
  readonly passageCount: number;
  readonly byteLength: number;
  /** The sections; whatever they contain, reads must stay inside them. */
  readonly views: SegmentViews;
  /** Articles and passages with their facts. */
  readonly rows: SegmentRows;
  /** Stems, names, numbers and dates. */
  readonly terms: TermIndex;
  /** Winnowed word 4-grams. */
  readonly fingerprints: HashPairs;
  /** Articles by the hashes of their addresses. */
  readonly addresses: HashPairs;
  /** The entries of a passage's terms (forwardEntry.ts), ascending by dictionary index. */
  forwardTerms(passage: number): Uint32Array;
  /** The deleted rows, or null: see `withoutArticles`. */
  readonly deleted: DeletedRows | null;
}

/** The rows of a segment that no longer count, and what the statistics lose by them. */
export interface DeletedRows {
  isArticle(article: number): boolean;
  isPassage(passage: number): boolean;
  readonly articleCount: number;
  readonly passageCount: number;
  /** Returns how many postings of a term, given by dictionary index, belong to deleted passages. */
  lostPostings(index: number): number;
}
