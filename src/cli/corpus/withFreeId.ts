import type { Article, ArticleId } from "../../engine/model/index.ts";

/**
 * Returns the article under an id that is not taken. Ids that collections bring may be anything, and articles without
 * an address share one with all of their outlet and title: a second one gets a number.
 */
export function withFreeId(
  article: Article,
  taken: { readonly has: (id: ArticleId) => boolean },
): Article {
  let { id } = article;
  for (let number = 2; taken.has(id); number++) id = `${article.id}-${number}` as ArticleId;
  return id === article.id ? article : { ...article, id };
}
