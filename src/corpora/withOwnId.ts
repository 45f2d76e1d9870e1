import type { Article } from "../engine/model/index.ts";
import { articleId } from "../ingest/articleId.ts";

/** Returns the article under the id that its outlet, address and title give it. */
export function withOwnId(article: Article): Article {
  const { outlet, urls, title } = article;
  const id = articleId({ outlet: outlet.domain ?? outlet.name, url: urls[0] ?? null, title });
  return { ...article, id };
}
