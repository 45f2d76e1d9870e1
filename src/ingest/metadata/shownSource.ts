import type { Article, ArticleSource } from "../../engine/model/index.ts";
import { fitsDomain } from "./fitsDomain.ts";
import { domainOf } from "./outlet.ts";

/**
 * Returns where an article was taken from, if readers should be told: null for a page or feed on
 * the outlet's own domain, if its name is that domain's.
 */
export function shownSource({ source, outlet }: Article): ArticleSource | null {
  if (source === undefined) return null;
  if (source.kind !== "page" && source.kind !== "feed") return source;
  const domain = domainOf(`https://${source.name}`);
  const isOwn = domain !== null && domain === outlet.domain && fitsDomain(outlet.name, domain);
  const isHostItself = source.kind === "page" && outlet.name === source.name;
  return isOwn || isHostItself ? null : source;
}

/** Returns the article as it is indexed, with only what readers are told of its source. */
export function withShownSource(article: Article): Article {
  const { source: _, ...rest } = article;
  const shown = shownSource(article);
  return shown === null ? rest : { ...rest, source: shown };
}
