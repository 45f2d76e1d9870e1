import type { Article, ArticleId } from "../engine/model/index.ts";
import type { ArticleRecord, Origin } from "../platform/storage/articleRecord.ts";
import type { LibraryChange, LibraryTransaction } from "./libraryChange.ts";
import { idBesides, newRecord, withAddresses, withNewText } from "./newRecord.ts";
import { findSameArticle } from "./sameArticle.ts";

/**
 * What became of an article that was to be added: new · changed (a newer text of one that is
 * there) · known (it was there, perhaps at another address) · full (the reader's limit is reached
 * and it was not taken) · empty (it has no text).
 */
export interface Addition {
  readonly id: ArticleId;
  readonly kind: "new" | "changed" | "known" | "full" | "empty";
}

/** Adds articles inside a change. Those that were only read make room for others, the oldest first. */
export async function addArticles(
  transaction: LibraryTransaction,
  change: LibraryChange,
  articles: readonly Article[],
  arrival: { readonly origin: Origin; readonly now: number },
): Promise<readonly Addition[]> {
  const additions: Addition[] = [];
  for (const article of articles) {
    additions.push(await addOne(transaction, change, article, arrival));
  }
  return additions;
}

async function addOne(
  transaction: LibraryTransaction,
  change: LibraryChange,
  article: Article,
  { origin, now }: { readonly origin: Origin; readonly now: number },
): Promise<Addition> {
  if (article.body.trim() === "") return { id: article.id, kind: "empty" };
  const arrival = { origin, now, segment: change.segment };
  const same = await findSameArticle(transaction, article);
  const record = same?.record ?? null;
  if (record !== null && (same?.by === "body" || hasSameText(record.article, article))) {
    const known = withAddresses(record, article, origin);
    if (!isSameRecord(known, record)) await change.put(known, record);
    return { id: record.id, kind: "known" };
  }
  const next =
    record === null
      ? newRecord(await withFreeId(transaction, article), arrival)
      : withNewText(record, article, arrival);
  if (!(await makeRoom(transaction, change, next))) return { id: next.id, kind: "full" };
  await change.put(next, record);
  return { id: next.id, kind: record === null ? "new" : "changed" };
}

/** White space is laid out anew by every page and feed. */
function hasSameText(stored: Article, article: Article): boolean {
  const bare = ({ title, body }: Article) => `${title}\n${body}`.replace(/\s+/g, " ").trim();
  return bare(stored) === bare(article);
}

function isSameRecord(one: ArticleRecord, other: ArticleRecord): boolean {
  return one.origin === other.origin && one.article.urls.length === other.article.urls.length;
}

async function withFreeId(transaction: LibraryTransaction, article: Article): Promise<Article> {
  const articles = transaction.objectStore("articles");
  if ((await articles.getKey(article.id)) === undefined) return article;
  const tried = new Set<ArticleId>();
  for (;;) {
    const id = idBesides(article, (candidate) => tried.has(candidate));
    if ((await articles.getKey(id)) === undefined) return { ...article, id };
    tried.add(id);
  }
}

/** Forgets articles that were only read until the record fits; false if it does not fit even so. */
async function makeRoom(
  transaction: LibraryTransaction,
  change: LibraryChange,
  { bytes, id }: ArticleRecord,
): Promise<boolean> {
  const needed = bytes * recordAndIndex;
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
