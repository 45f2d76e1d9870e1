import type { Article } from "../../engine/model/index.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { keyedId } from "../keys/keyedHash.ts";

/** An article with its id in the archive. */
export interface NamedArticle {
  readonly id: string;
  readonly article: Article;
}

/** The number of articles stored together: two or three megabytes. */
const articlesAtOnce = 64;

/**
 * Yields articles in groups without duplicate ids: of two articles with one id, the first is kept,
 * as in a library. Memory: a group, and some 60 bytes for each earlier article.
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
