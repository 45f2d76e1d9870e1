/**
 * What was removed last, so that it can be put back: article records lie whole in a store of their own, from
 * one removal to the next, and at most until the browser is closed. A pack that was removed stays where it
 * is, marked and not searched (see `packs.ts`): its index and vectors took long to make.
 */
import type { ArticleId } from "../engine/model/index.ts";
import type { LibraryChange, LibraryTransaction } from "./libraryChange.ts";
import { newRecord } from "./newRecord.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** What came of a removal. */
export interface Removal {
  readonly removed: number;
  /** Whether all of it is in the bin. */
  readonly canRestore: boolean;
}

/** They are indexed anew, which takes most of the time: so many are put back in one transaction. */
const restoredAtOnce = 100;

/** Removes articles into the bin, emptying it first if this `isFirst` of a removal; gives how many there were. */
export async function moveToBin(
  transaction: LibraryTransaction,
  change: LibraryChange,
  ids: readonly ArticleId[],
  isFirst: boolean,
): Promise<number> {
  const bin = transaction.objectStore("bin");
  if (isFirst) await bin.clear();
  const records = await recordsOf(transaction, ids);
  // All at once: waiting for each took most of the time.
  await Promise.all(records.map((record) => change.remove(record)));
  await Promise.all(records.map((record) => bin.put(record)));
  return records.length;
}

/** Removes articles, and what the bin has of the same removal too: half of it is not to be put back. */
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

/** Puts some of what is in the bin back; true if there is more. */
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
