/** A feed that a page names in its head. */
interface FoundFeed {
  readonly url: string;
  readonly title: string;
}

/**
 * Returns the feeds that a document names by `<link rel="alternate">`, each address once.
 * Self-contained: the function is also injected into pages by itself, so it may use nothing outside
 * its own lines.
 * @param address where the document was found; without it, its own location
 */
export function findFeedLinks(of: Document | null = null, address?: string): FoundFeed[] {
  const page = of ?? document;
  const feeds = new Map<string, FoundFeed>();
  for (const link of page.querySelectorAll('link[rel~="alternate"][type][href]')) {
    const type = link.getAttribute("type") ?? "";
    const href = link.getAttribute("href") ?? "";
    const base = address ?? page.baseURI;
    if (!/^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i.test(type.trim())) continue;
    if (!URL.canParse(href, base)) continue;
    const url = new URL(href, base);
    url.hash = "";
    if (!/^https?:$/.test(url.protocol) || url.href.length > 2_000 || feeds.size >= 20) continue;
    const title = (link.getAttribute("title") ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
    if (!feeds.has(url.href)) feeds.set(url.href, { url: url.href, title });
  }
  return [...feeds.values()];
}
