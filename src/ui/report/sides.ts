import type { PageMatch, PublicationDate, Reference } from "../../engine/model/index.ts";
import type { PagePrinting } from "./crossReferences.ts";

/** One side of a comparison: an outlet's version of a passage, or the page's own. */
export interface Side {
  /** The corpus passage's id, or `pageItself`. */
  readonly id: string;
  /** Null for the page itself. */
  readonly reference: Reference | null;
  readonly outlet: string | null;
  readonly published: PublicationDate | null;
  readonly text: string;
  /** BCP 47; null if the page does not state its language. */
  readonly language: string | null;
}

/** What a comparison needs to know of the page itself. */
export interface ComparedPage extends PagePrinting {
  readonly language: string | null;
}

/** The id of the page among the sides; no passage has such an id. */
export const pageItself = "page";

/** Returns all sides of a passage: the page's, then those of its references, the best first. */
export function sidesOf(match: PageMatch, page: ComparedPage): readonly Side[] {
  const { outlet, published, language } = page;
  const text = match.exact;
  const own: Side = { id: pageItself, reference: null, outlet, published, text, language };
  const others = match.references.map((reference) => ({
    id: reference.passage.id,
    reference,
    outlet: reference.article.outlet,
    published: reference.article.published,
    text: reference.passage.text,
    language: reference.article.language ?? language,
  }));
  return [own, ...others];
}
