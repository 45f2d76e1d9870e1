import type { Segment } from "../engine/library/segment.ts";
import type { ArticleId } from "../engine/model/index.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { mine } from "./libraryState.ts";
import type { Searched } from "./searchedSegments.ts";
import { wholeVectors } from "./vectorRecords.ts";

/** An article whose passages are not all encoded, and its place. */
export interface WaitingArticle {
  readonly owner: string;
  readonly id: ArticleId;
  readonly segment: Segment;
  readonly index: number;
}

/**
 * Resolves to the articles that wait for vectors of this model: the reader's own, the newest first,
 * then those of packs.
 */
export async function waitingArticles(
  storage: Storage,
  searched: Searched,
  model: string,
): Promise<readonly WaitingArticle[]> {
  const { oldestFirst, whole } = await storage.read(["articles", "vectors"], async (all) => ({
    oldestFirst: await all.objectStore("articles").index("byAdded").getAllKeys(),
    whole: await all.objectStore("vectors").index("byModel").getAllKeys(wholeVectors(model)),
  }));
  const isWhole = new Set(whole.map(keyOf));
  const ids = new Map(searched.own.flatMap((segment) => articlesIn(segment, mine)).map(byId));
  const own = oldestFirst.toReversed().flatMap((id) => ids.get(id) ?? []);
  const ofPacks = searched.packs.flatMap((segment, at) =>
    articlesIn(segment, searched.packNames[at]!),
  );
  return [...own, ...ofPacks].filter(({ owner, id }) => !isWhole.has(keyOf([owner, id])));
}

function keyOf([owner, article]: readonly [string, string]): string {
  return `${owner}\n${article}`;
}

function byId(article: WaitingArticle): [ArticleId, WaitingArticle] {
  return [article.id, article];
}

function articlesIn(segment: Segment, owner: string): WaitingArticle[] {
  const articles: WaitingArticle[] = [];
  for (let index = 0; index < segment.articleCount; index++) {
    if (segment.deleted?.isArticle(index)) continue;
    articles.push({ owner, id: segment.rows.articleId(index), segment, index });
  }
  return articles;
}
