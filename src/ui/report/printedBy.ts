import type { Printing, Reference } from "../../engine/model/index.ts";

/**
 * Returns the outlet's name for statements on who printed when. If a page or feed of another site
 * had the article under that name, its host is added, since the date comes from that site too.
 */
export function printedBy({
  outlet,
  source,
}: Pick<Reference["article"], "outlet" | "source">): string {
  const isElsewhere = source?.kind === "page" || source?.kind === "feed";
  return isElsewhere && source.name !== outlet ? `${outlet} (${source.name})` : outlet;
}

/** Returns an article's outlet and date. */
export function printingOf(article: Reference["article"]): Printing {
  return { outlet: printedBy(article), published: article.published };
}
