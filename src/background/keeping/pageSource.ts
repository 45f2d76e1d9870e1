import type { Article } from "../../engine/model/index.ts";
import { hostOf } from "../../ingest/metadata/outlet.ts";

/**
 * Returns an article with the page's address as its source; without a source if that is not a web
 * address.
 */
export function withPageSource(article: Article, address: string | null): Article {
  const { source: _, ...rest } = article;
  const host = hostOf(address);
  return host === null ? rest : { ...rest, source: { kind: "page", name: host } };
}
