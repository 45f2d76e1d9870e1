import type { Article, ArticleHistory, ArticleId, Origin } from "../engine/model/index.ts";
import { bareText, isNearlyTheSame, isSameOrPart } from "../ingest/duplicates/bodyKeys.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import type { LibraryChange, LibraryTransaction } from "./libraryChange.ts";
import { idsInTurn, newRecord } from "./newRecord.ts";
import {
  mayReplace,
  withAddresses,
  withHistory,
  withNewText,
  withOrigin,
  withTextBeside,
} from "./recordChanges.ts";
import { findExportedArticle, findSameArticle, type SameArticle } from "./sameArticle.ts";

/**
 * The result for an article to be added: new · changed (a newer text of one that is stored) · known
 * (it is stored already, perhaps at another address or with another text, which is kept beside the
 * reader's own) · full (the storage limit is reached and it was not stored) · empty (it has no
 * text).
 */
export interface Addition {
  readonly id: ArticleId;
  readonly kind: "new" | "changed" | "known" | "full" | "empty";
}

/** An article that is to be added. */
export interface Arriving {
  readonly article: Article;
  readonly origin: Origin;
  /** What an exported library says of the article. */
  readonly history?: ArticleHistory;
}

/** Adds articles inside a change. Those that were only read make room for others, the oldest first. */
export async function addArticles(
  transaction: LibraryTransaction,
  change: LibraryChange,
  arriving: readonly Arriving[],
  now: number,
): Promise<readonly Addition[]> {
  const additions: Addition[] = [];
  for (const one of arriving) additions.push(await addOne(transaction, change, one, now));
  return additions;
}

async function addOne(
  transaction: LibraryTransaction,
  change: LibraryChange,
  arriving: Arriving,
  now: number,
): Promise<Addition> {
  const { article } = arriving;
  if (article.body.trim() === "") return { id: article.id, kind: "empty" };
  const find = arriving.history === undefined ? findSameArticle : findExportedArticle;
  const same = await find(transaction, article);
  const { record: next, kind } =
    same === null
      ? { record: await createRecord(transaction, change, arriving, now), kind: "new" as const }
      : changedRecord(same, arriving, { now, segment: change.segment });
  const before = same?.record ?? null;
  if (next === before) return { id: next.id, kind };
  if (!(await makeRoom(transaction, change, next, before))) return { id: next.id, kind: "full" };
  await change.put(next, before);
  return { id: next.id, kind };
}

async function createRecord(
  transaction: LibraryTransaction,
  { segment }: LibraryChange,
  { article, origin, history }: Arriving,
  now: number,
): Promise<ArticleRecord> {
  const its = history ?? { origin, addedAt: now, foundAt: now, versions: [] };
  return newRecord(await withFreeId(transaction, article), its, segment);
}

/** Returns the record updated with an arriving article; the same object if nothing changes. */
function changedRecord(
  { record, by }: SameArticle,
  { article, origin: ownOrigin, history }: Arriving,
  { now, segment }: { readonly now: number; readonly segment: string },
): { readonly record: ArticleRecord; readonly kind: "changed" | "known" } {
  const origin = history?.origin ?? ownOrigin;
  const arrival = { origin, now: history?.foundAt ?? now, segment };
  const isSameText = by === "body" || hasSameText(record.article, article);
  const isNewer = history === undefined || history.foundAt >= record.foundAt;
  const isReplaced = isNewer && mayReplace(record, article, origin);
  if (!isReplaced) {
    const isNews = !isSameText && (origin !== "read" || isAnotherText(record.article, article));
    const beside = isNews ? withTextBeside(record, article, arrival) : record;
    return { record: withHistory(withOrigin(beside, origin), history), kind: "known" };
  }
  const next = isSameText
    ? withAddresses(record, article, arrival)
    : withNewText(record, article, arrival);
  const isTaken = next.article.source === article.source && history?.exportedSource !== undefined;
  const taken = isTaken ? { ...next, exportedSource: history.exportedSource } : next;
  return { record: withHistory(taken, history), kind: isSameText ? "known" : "changed" };
}

/**
 * True if the text of a visit is another one. It is extracted differently from a saved one and may
 * be cut, so only a really different text is kept.
 */
function isAnotherText({ body }: Article, article: Article): boolean {
  if (isNearlyTheSame(body, article.body)) return false;
  return article.body.length > body.length || !isSameOrPart(body, article.body);
}

/**
 * True if two texts are equal apart from white space, which every page and feed sets differently.
 */
function hasSameText(stored: Article, article: Article): boolean {
  const bare = ({ title, body }: Article) => bareText(`${title}\n${body}`);
  return bare(stored) === bare(article);
}

async function withFreeId(transaction: LibraryTransaction, article: Article): Promise<Article> {
  const articles = transaction.objectStore("articles");
  for (const id of idsInTurn(article)) {
    if ((await articles.getKey(id)) === undefined) return { ...article, id };
  }
  throw new Error("ids have no end");
}

/** Forgets articles that were only read until the record fits; false if it does not fit even so. */
async function makeRoom(
  transaction: LibraryTransaction,
  change: LibraryChange,
  { bytes, id, segment }: ArticleRecord,
  before: ArticleRecord | null,
): Promise<boolean> {
  const isIndexed = segment === change.segment;
  const needed = isIndexed ? bytes * recordAndIndex : bytes - (before?.bytes ?? 0);
  if (change.room >= needed) return true;
  const read = transaction.objectStore("articles").index("byOrigin");
  let cursor = await read.openCursor(IDBKeyRange.bound(["read"], ["read", []]));
  while (cursor && change.room < needed) {
    const { value } = cursor;
    if (value.id !== id && value.segment !== change.segment) await change.remove(value);
    cursor = await cursor.continue();
  }
  return change.room >= needed;
}

/** A record's index takes about twice what the record takes. */
const recordAndIndex = 3;
