import type { Span } from "../model/index.ts";
import type { MarkedStretch } from "./quoteMarks.ts";
import { findMarked } from "./quoteMarks.ts";

/** One quotation as printed: usually one stretch, more when it runs over several paragraphs. */
export interface Quotation extends Span {
  /** Without the marks, one a paragraph. */
  readonly stretches: readonly MarkedStretch[];
  /** With the marks. */
  readonly outer: Span;
}

/** The outermost quotations of a text in order; stretches that go on in the next paragraph are one. */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let stretches: MarkedStretch[] = [];
  for (const stretch of findMarked(text)) {
    if (stretch.depth > 0) continue;
    stretches.push(stretch);
    if (stretch.goesOn) continue;
    found.push(quotationOf(stretches));
    stretches = [];
  }
  if (stretches.length > 0) found.push(quotationOf(stretches));
  return found;
}

function quotationOf(stretches: readonly MarkedStretch[]): Quotation {
  const first = stretches[0]!;
  const last = stretches[stretches.length - 1]!;
  return {
    start: first.start,
    end: last.end,
    stretches,
    outer: { start: first.outer.start, end: last.outer.end },
  };
}
