import type { SegmentRows } from "./rowReader.ts";
import type { TermIndex } from "./termIndex.ts";

/** An opened segment: views over its buffer; nothing has been read yet. */
export interface Segment {
  readonly articleCount: number;
  readonly passageCount: number;
  readonly byteLength: number;
  /** Articles and passages with their facts. */
  readonly rows: SegmentRows;
  /** Stems, names, numbers and dates. */
  readonly terms: TermIndex;
  /** Winnowed word 4-grams. */
  readonly fingerprints: TermIndex;
  /** The places in `terms` of a passage's terms, ascending; empty for a passage that is not there. */
  forwardTerms(passage: number): Uint32Array;
}
