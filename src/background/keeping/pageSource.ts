import type { Article } from "../../engine/model/index.ts";
import { hostOf } from "../../ingest/metadata/outlet.ts";

/** An article that was taken from a page at this address; without a source where that is none of the web. */
export function withPageSource(article: Article, address: string | null): Article {
  const { source: _, ...rest } = article;
  const host = hostOf(address);
  return host === null ? rest : { ...rest, source: { kind: "page", name: host } };
}
