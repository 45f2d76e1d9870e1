import type { Reference } from "../../engine/model/index.ts";

/**
 * The outlet's name where it is said who printed when: with the host, if a page or feed of another site
 * brought the article under that name. Its date is that site's word, too.
 */
export function printedBy({
  outlet,
  source,
}: Pick<Reference["article"], "outlet" | "source">): string {
  const isElsewhere = source?.kind === "page" || source?.kind === "feed";
  return isElsewhere && source.name !== outlet ? `${outlet} (${source.name})` : outlet;
}
