import type { Article } from "../engine/model/index.ts";
import { addressKeysOf } from "../ingest/duplicates/addressKeys.ts";
import { bodyKeysOf, isNearlyTheSame, outletKey } from "../ingest/duplicates/bodyKeys.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import type { Transaction } from "../platform/storage/transaction.ts";

/** A record that is the same article, and by what that is known. */
export interface SameArticle {
  readonly record: ArticleRecord;
  readonly by: "address" | "title" | "body";
}

/**
 * The stored record of an article: at one of its addresses; without addresses, of the same outlet
 * and title; or of the same outlet with a nearly identical body. Null if it is new.
 */
export async function findSameArticle(
  transaction: Transaction<"articles">,
  article: Article,
): Promise<SameArticle | null> {
  const articles = transaction.objectStore("articles");
  for (const key of addressKeysOf(article)) {
    const record = await articles.index("byAddress").get(key);
    if (record) return { record, by: "address" };
  }
  const namesake = await articles.get(article.id);
  if (namesake && isSameTitle(namesake.article, article)) return { record: namesake, by: "title" };
  for (const key of bodyKeysOf(article)) {
    for (const record of await articles.index("byBody").getAll(key, mostCandidates)) {
      if (isNearlyTheSame(record.article.body, article.body)) return { record, by: "body" };
    }
  }
  return null;
}

/** Boilerplate may give many articles of an outlet one key. */
const mostCandidates = 5;

function isSameTitle(stored: Article, article: Article): boolean {
  const isPlaceless = stored.urls.length === 0 || article.urls.length === 0;
  return isPlaceless && stored.title === article.title && outletKey(stored) === outletKey(article);
}
