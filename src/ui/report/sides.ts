import type { PageMatch, PublicationDate, Reference } from "../../engine/model/index.ts";
import type { PagePrinting } from "./crossReferences.ts";

/** What can stand on one side of a comparison: an outlet's version of a passage, or the page's own. */
export interface Side {
  /** The corpus passage's id, or `pageItself`. */
  readonly id: string;
  /** Null for the page itself. */
  readonly reference: Reference | null;
  readonly outlet: string | null;
  readonly published: PublicationDate | null;
  readonly text: string;
}

/** Stands for the page among the sides; no passage has such an id. */
export const pageItself = "page";

/** All sides of a passage: the page's, then those of its references, best first. */
export function sidesOf(match: PageMatch, page: PagePrinting): readonly Side[] {
  const { outlet, published } = page;
  const own: Side = { id: pageItself, reference: null, outlet, published, text: match.exact };
  const others = match.references.map((reference) => ({
    id: reference.passage.id,
    reference,
    outlet: reference.article.outlet,
    published: reference.article.published,
    text: reference.passage.text,
  }));
  return [own, ...others];
}
