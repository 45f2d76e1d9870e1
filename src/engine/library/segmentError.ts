/** The fault of a segment. */
export type SegmentErrorKind = "truncated" | "notASegment" | "wrongVersion" | "damaged";

/**
 * Thrown when bytes cannot be used as a segment. The caller reports it, sets the segment aside
 * and rebuilds it from its articles.
 */
export class SegmentError extends Error {
  override readonly name = "SegmentError";
  readonly kind: SegmentErrorKind;

  constructor(kind: SegmentErrorKind, detail: string) {
    super(`segment ${kind}: ${detail}`);
    this.kind = kind;
  }
}
