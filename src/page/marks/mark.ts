import type { Relation } from "../../engine/model/index.ts";
import type { Anchor } from "../anchors/anchor.ts";

/** What public corpora say of a passage that was placed on the page: the same for every reader. */
export interface PublicMark {
  readonly relation: Relation;
  readonly ranges: Anchor;
}

/** What the reader sees of a match that was placed on the page. */
export interface Mark {
  /** The match's index in the report. */
  readonly index: number;
  readonly relation: Relation;
  /** Whether the public mark of the same words shows it as it is. */
  readonly isPublic: boolean;
  readonly ranges: Anchor;
}

/** A passage of the page that was placed on it, and the mark that stands on it, if any. */
export interface PlacedPassage {
  readonly ranges: Anchor;
  readonly mark: Mark | null;
}
