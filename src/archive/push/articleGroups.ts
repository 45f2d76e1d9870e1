import type { Article } from "../../engine/model/index.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { keyedId } from "../keys/keyedHash.ts";

/** An article with its id in the archive. */
export interface NamedArticle {
  readonly id: string;
  readonly article: Article;
}

/** Articles that are stored together: two or three megabytes. */
const articlesAtOnce = 64;

/**
 * Articles in groups, in which no id comes twice: of two with one id, the first is the article, as in a
 * library. Memory: a group, and some 60 bytes for each article that came before.
 */
export function* groupsOf(
  articles: Iterable<Article>,
  key: ArchiveKey,
): Generator<Promise<readonly NamedArticle[]>> {
  const seen = new Set<string>();
  let group: Article[] = [];
  const named = async (some: readonly Article[]) => {
    const ids = await Promise.all(some.map((article) => keyedId(key.ids, article.id)));
    return some.flatMap((article, i): NamedArticle[] => {
      const id = ids[i]!;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ id, article }];
    });
  };
  for (const article of articles) {
    group.push(article);
    if (group.length < articlesAtOnce) continue;
    yield named(group);
    group = [];
  }
  if (group.length > 0) yield named(group);
}
