import type { PageStatements } from "../../engine/model/index.ts";

/** Statements about the site, not about one article: they do not go out of date. */
const ofTheSite: ReadonlySet<string> = new Set(
  "og:site_name application-name og:locale language dc.language content-language".split(" "),
);

/** The most statements remembered; a page that shows more articles in a row starts again. */
const mostRemembered = 5_000;

/**
 * Remembers the address at which each statement of a head was first read. A page that navigates
 * within its document often leaves its head as it was: what was stated at another address belongs
 * to the article shown there.
 */
export class HeadMemory {
  readonly #firstReadAt = new Map<string, string>();

  /**
   * Returns the statements made at the page's address, whatever its fragment, and those about the
   * site.
   */
  upToDate(stated: PageStatements): PageStatements {
    const address = stated.address?.split("#", 1)[0] ?? "";
    const holds = (kind: string, value: string) => this.#holds(`${kind}\n${value}`, address);
    const { tags, jsonLd, canonical, title } = stated;
    return {
      ...stated,
      tags: tags.filter(([name, value]) => ofTheSite.has(name) || holds(name, value)),
      jsonLd: jsonLd.map(({ source }) => ({ source, isOutdated: !holds("json-ld", source) })),
      canonical: canonical !== null && holds("canonical", canonical) ? canonical : null,
      title: title !== null && holds("title", title) ? title : null,
    };
  }

  #holds(statement: string, address: string): boolean {
    const known = this.#firstReadAt.get(statement);
    if (known !== undefined) return known === address;
    if (this.#firstReadAt.size >= mostRemembered) this.#firstReadAt.clear();
    this.#firstReadAt.set(statement, address);
    return true;
  }
}
