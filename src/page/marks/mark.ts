import type { Relation } from "../../engine/model/index.ts";
import type { Anchor } from "../anchors/anchor.ts";

/** A mark for what public corpora say: the same for every reader. */
export interface PublicMark {
  readonly relation: Relation;
  readonly ranges: Anchor;
}

/** A mark as the reader sees it. */
export interface Mark {
  /** The match's index in the report. */
  readonly index: number;
  readonly relation: Relation;
  /** True if the public mark of the same words looks the same. */
  readonly isPublic: boolean;
  readonly ranges: Anchor;
}

/** A passage that was placed on the page, with its mark, if any. */
export interface PlacedPassage {
  readonly ranges: Anchor;
  readonly mark: Mark | null;
}
