import type { Relation } from "../../engine/model/index.ts";
import type { Anchor } from "../anchors/anchorMatch.ts";

/** What the reader sees of a match that was placed on the page. */
export interface Mark {
  /** The match's index in the report. */
  readonly index: number;
  readonly relation: Relation;
  /** The relation by public corpora alone, which the page's scripts may see; null where there is none. */
  readonly publicRelation: Relation | null;
  readonly ranges: Anchor;
}

/** The rectangles of a mark's words in the viewport, line by line. Reads layout. */
export function rectanglesOf(mark: Mark): readonly DOMRect[] {
  return mark.ranges
    .flatMap((range) => [...range.getClientRects()])
    .filter(({ width, height }) => width > 0 && height > 0);
}
