import type { Library } from "../../engine/library/library.ts";
import { searchArticles } from "../../engine/library/searchArticles.ts";
import type { ArticleId } from "../../engine/model/index.ts";

/** The ids of the articles that have the words of a search; null for a search without words. */
export function idsFound(library: Library, words: string): ReadonlySet<ArticleId> | null {
  const found = searchArticles(library, words);
  return found && new Set([...found].map((article) => library.articleId(article)));
}
