import { fullAddress } from "../engine/library/pageAddress.ts";
import type { Article } from "../engine/model/index.ts";
import { exactKeys, isAtSameAddress, looseKeys } from "../ingest/duplicates/addressKeys.ts";
import {
  areOfDifferentDays,
  bodyKeysOf,
  isNearlyTheSame,
  isOfSameName,
} from "../ingest/duplicates/bodyKeys.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import type { Transaction } from "../platform/storage/transaction.ts";
import { idsInTurn } from "./newRecord.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** A record that is the same article, and by what that is known. */
export interface SameArticle {
  readonly record: ArticleRecord;
  readonly by: "address" | "title" | "body";
}

/**
 * Resolves to the stored record of an article: at one of its addresses; without addresses, of the
 * same name (`isOfSameName`); or of the same outlet with a nearly identical body. Null if it is new.
 */
export async function findSameArticle(
  transaction: Transaction<"articles">,
  article: Article,
): Promise<SameArticle | null> {
  const articles = transaction.objectStore("articles");
  const keys = [...article.urls.flatMap(exactKeys), ...article.urls.flatMap(looseKeys)];
  for (const key of new Set(keys)) {
    for (const record of await articles.index("byAddress").getAll(key, mostCandidates)) {
      if (isSoundRecord(record) && isAtSameAddress(record.article, article))
        return { record, by: "address" };
    }
  }
  for await (const record of namesakesOf(transaction, article)) {
    if (isSoundRecord(record) && isOfSameName(record.article, article))
      return { record, by: "title" };
  }
  for (const key of bodyKeysOf(article)) {
    for (const record of await articles.index("byBody").getAll(key, mostCandidates)) {
      if (isSoundRecord(record) && isSameBody(record.article, article))
        return { record, by: "body" };
    }
  }
  return null;
}

/**
 * Resolves to the stored record of an article that an exported library brings: of the same first
 * address, or of the same name without any. What that library had as two articles stays
 * two.
 */
export async function findExportedArticle(
  transaction: Transaction<"articles">,
  article: Article,
): Promise<SameArticle | null> {
  const articles = transaction.objectStore("articles");
  const [url] = article.urls;
  const found: ArticleRecord[] = [];
  for await (const record of namesakesOf(transaction, article)) found.push(record);
  for (const key of url === undefined ? [] : exactKeys(url)) {
    found.push(...(await articles.index("byAddress").getAll(key, mostCandidates)));
  }
  const record = found.find((one) => isSameFirst(one.article, article));
  return record === undefined ? null : { record, by: url === undefined ? "title" : "address" };
}

/** Yields the records at the ids under which the article, or another of its outlet and title, would be stored. */
async function* namesakesOf(
  transaction: Transaction<"articles">,
  article: Article,
): AsyncGenerator<ArticleRecord> {
  let count = 0;
  for (const id of idsInTurn(article)) {
    const record = await transaction.objectStore("articles").get(id);
    if (record === undefined || count++ === mostNamesakes) return;
    yield record;
  }
}

/** True if an article that shares an address key with a record is the record's: see `isAtSameAddress`. */
export function isArticleOf({ article: stored }: ArticleRecord, article: Article): boolean {
  return isAtSameAddress(stored, article);
}

function isSameBody(stored: Article, article: Article): boolean {
  return isNearlyTheSame(stored.body, article.body) && !areOfDifferentDays(stored, article);
}

/** Boilerplate may give many articles of an outlet one key. */
const mostCandidates = 5;

/** Short texts of one title beyond these are added again when they are imported again; longer ones have body keys. */
const mostNamesakes = 20;

function isSameFirst(stored: Article, article: Article): boolean {
  const [one, other] = [stored.urls[0], article.urls[0]];
  if (one === undefined && other === undefined) return isOfSameName(stored, article);
  return one !== undefined && other !== undefined && fullAddress(one) === fullAddress(other);
}
