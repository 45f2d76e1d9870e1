/** What a page's `<meta>` elements say, by lower-case name, property or itemprop; first one wins. */
export type MetaTags = ReadonlyMap<string, string>;

/** A meta value longer than this is not a datum. */
const longestValue = 1000;

/** Collects Open Graph, Dublin Core and the common house styles of metadata alike. */
export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = tidy(element.getAttribute("content") ?? "");
    if (content === "" || content.length > longestValue) continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !tags.has(name)) tags.set(name, content);
    }
  }
  return tags;
}

/** The first of these tags that is there, or null. */
export function firstOf(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/** White space as a reader sees it. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
