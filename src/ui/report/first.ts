import {
  inOrderOfTime,
  type PublicationDate,
  type Reference,
  timeSpanOf,
} from "../../engine/model/index.ts";
import { printedBy } from "./printedBy.ts";

/** Who printed something, and when. */
export interface Printing {
  readonly outlet: string;
  readonly published: PublicationDate | null;
}

/** A printing whose date is known. */
export interface DatedPrinting extends Printing {
  readonly published: PublicationDate;
}

/** Who printed something first, as far as dates tell. */
export type First =
  | { readonly kind: "outlet"; readonly printing: DatedPrinting }
  | { readonly kind: "page" }
  /** These may each have been the first; null is the page. */
  | { readonly kind: "together"; readonly outlets: readonly (string | null)[] }
  | { readonly kind: "unknown" };

/** Who printed an article, and when. */
export function printingOf(article: Reference["article"]): Printing {
  return { outlet: printedBy(article), published: article.published };
}

/** A marker no outlet can be named like. */
const pageItself = "\u0000page";

/** The first among outlets and the page, of which it is given when that was published. */
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
 * The printings before which nothing was surely printed, one an outlet: one where it is known who was
 * first, several that came about the same time, none where no date is known.
 */
function earliestOf(printings: readonly Printing[]): readonly DatedPrinting[] {
  const dated = printings.flatMap(({ outlet, published }) => {
    const span = published === null ? null : timeSpanOf(published);
    return published === null || span === null ? [] : [{ outlet, published, span }];
  });
  // What began before anything had surely ended may have been the first.
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
