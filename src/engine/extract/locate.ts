import type { Attribution, Passage, Span } from "../model/index.ts";

/**
 * Returns the index of the first span that ends after `offset`, in sorted spans that do not
 * overlap.
 */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns the spans of a sorted list that lie wholly within `outer`. */
export function spansWithin<S extends Span>(spans: readonly S[], outer: Span): readonly S[] {
  const first = firstEndingAfter(spans, outer.start);
  let next = first;
  while (next < spans.length && spans[next]!.end <= outer.end) next++;
  const within = spans.slice(first, next);
  return within.length > 0 && within[0]!.start < outer.start ? within.slice(1) : within;
}

/** Returns for each passage (by index) the attributions with content in it. */
export function attributionsByPassage(
  passages: readonly Passage[],
  attributions: readonly Attribution[],
): readonly (readonly number[])[] {
  const touching: number[][] = passages.map(() => []);
  for (const unit of ["sentence", "quote"] as const) {
    const indices = passages.flatMap((passage, index) => (passage.unit === unit ? [index] : []));
    const spans = indices.map((index) => passages[index]!);
    for (const [which, attribution] of attributions.entries()) {
      for (const content of attribution.content) {
        let at = firstEndingAfter(spans, content.start);
        for (; at < spans.length && spans[at]!.start < content.end; at++) {
          const list = touching[indices[at]!]!;
          if (list[list.length - 1] !== which) list.push(which);
        }
      }
    }
  }
  return touching;
}
