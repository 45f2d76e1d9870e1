/**
 * Keeps what was removed last, so that it can be restored: whole article records in a store of their own,
 * until the next removal or the next start of the browser. A removed pack stays where it is, marked and not
 * searched (see `packs.ts`), because its index and vectors took long to make.
 */
import type { ArticleId } from "../engine/model/index.ts";
import type { LibraryChange, LibraryTransaction } from "./libraryChange.ts";
import { newRecord } from "./newRecord.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** The result of a removal. */
export interface Removal {
  /** The number of removed articles. */
  readonly removed: number;
  /**
   * One of the removed articles, by which the removal is known in the bin; null if not all of it is
   * there.
   */
  readonly inBin: ArticleId | null;
}

/** The number of articles restored in one transaction. Indexing them again takes most of the time. */
const restoredAtOnce = 100;

/**
 * Moves articles to the bin, which is emptied before if this `isFirst` of a removal. Returns the ids of
 * those that existed.
 */
export async function moveToBin(
  transaction: LibraryTransaction,
  change: LibraryChange,
  ids: readonly ArticleId[],
  isFirst: boolean,
): Promise<readonly ArticleId[]> {
  const bin = transaction.objectStore("bin");
  if (isFirst) await bin.clear();
  const records = await recordsOf(transaction, ids);
  // All at once: waiting for each took most of the time.
  await Promise.all(records.map((record) => change.remove(record)));
  await Promise.all(records.map((record) => bin.put(record)));
  return records.map(({ id }) => id);
}

/**
 * Removes articles without a bin, and empties it: half of a removal must not be restored. Returns the
 * number of those that existed.
 */
export async function removeForGood(
  transaction: LibraryTransaction,
  change: LibraryChange,
  ids: readonly ArticleId[],
): Promise<number> {
  await transaction.objectStore("bin").clear();
  const records = await recordsOf(transaction, ids);
  await Promise.all(records.map((record) => change.remove(record)));
  return records.length;
}

/** Restores some of what is in the bin, in the order of ids; returns true if there is more. */
export async function restoreSome(
  transaction: LibraryTransaction,
  change: LibraryChange,
): Promise<boolean> {
  const bin = transaction.objectStore("bin");
  const records = await bin.getAll(null, restoredAtOnce);
  const articles = transaction.objectStore("articles");
  await Promise.all(
    records.map(async (record) => {
      const { id, article } = record;
      const isBack = (await articles.getKey(id)) !== undefined;
      if (!isBack && isSoundRecord(record)) {
        await change.put(newRecord(article, record, change.segment), null);
      }
      await bin.delete(id);
    }),
  );
  return records.length === restoredAtOnce;
}

async function recordsOf(transaction: LibraryTransaction, ids: readonly ArticleId[]) {
  const articles = transaction.objectStore("articles");
  const records = await Promise.all(ids.map((id) => articles.get(id)));
  return records.filter((record) => record !== undefined);
}
