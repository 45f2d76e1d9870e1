import type { PublicationDate } from "./article.ts";
import { comparePublished, inOrderOfTime, instantOf, timeSpanOf } from "./publicationTime.ts";

/** An outlet, and when it printed something. */
export interface Printing {
  readonly outlet: string;
  readonly published: PublicationDate | null;
}

/** A printing with a known date. */
export interface DatedPrinting extends Printing {
  readonly published: PublicationDate;
}

/** Who printed something first, as far as the dates show. */
export type First =
  | { readonly kind: "outlet"; readonly printing: DatedPrinting }
  | { readonly kind: "page" }
  /** Any of these may have been the first; null is the page. */
  | { readonly kind: "together"; readonly outlets: readonly (string | null)[] }
  | { readonly kind: "unknown" };

/** A marker that cannot be the name of an outlet. */
const pageItself = "\u0000page";

/** Returns who was first among outlets and the page, given the page's date. */
export function firstAmong(others: readonly Printing[], page: PublicationDate | null): First {
  const firsts = earliestOf([...others, { outlet: pageItself, published: page }]);
  const [printing] = firsts;
  if (printing === undefined) return { kind: "unknown" };
  if (firsts.length > 1) {
    const nameOf = ({ outlet }: DatedPrinting) => (outlet === pageItself ? null : outlet);
    return { kind: "together", outlets: firsts.map(nameOf) };
  }
  return printing.outlet === pageItself ? { kind: "page" } : { kind: "outlet", printing };
}

/**
 * Returns the earliest printings, one per outlet: one if it is certain who was first, several that
 * came at about the same time, none if no date is known.
 */
function earliestOf(printings: readonly Printing[]): readonly DatedPrinting[] {
  const dated = printings.flatMap(({ outlet, published }) => {
    const span = published === null ? null : timeSpanOf(published);
    return published === null || span === null ? [] : [{ outlet, published, span }];
  });
  // What may have begun before anything certainly ended may have been the first.
  const firstEnd = dated.reduce(
    (end, { span }) => Math.min(end, span.to),
    Number.POSITIVE_INFINITY,
  );
  const firsts = new Map<string, DatedPrinting>();
  for (const { outlet, published, span } of dated) {
    if (span.from >= firstEnd) continue;
    const known = firsts.get(outlet);
    if (known === undefined || inOrderOfTime(published, known.published) < 0) {
      firsts.set(outlet, { outlet, published });
    }
  }
  return [...firsts.values()];
}

/**
 * Returns the lead of the first of several printings over the next outlet's, in ms, if both are
 * known to the minute; else null.
 * @param printings in order of time
 */
export function leadOfFirst<T extends Printing>(
  printings: readonly T[],
): { readonly ms: number; readonly next: T } | null {
  const [first] = printings;
  const next = printings.find(({ outlet }) => outlet !== first?.outlet);
  if (first?.published == null || next?.published == null) return null;
  const [one, other] = [instantOf(first.published), instantOf(next.published)];
  if (one === null || other === null) return null;
  return comparePublished(first.published, next.published) < 0 ? { ms: other - one, next } : null;
}
