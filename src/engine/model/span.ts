/**
 * A stretch of a text. All offsets in Second Source are UTF-16 code units, half-open (`start`
 * belongs to the span, `end` does not), counted from 0. Code that stores a span says which text it
 * belongs to.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if the two spans share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
