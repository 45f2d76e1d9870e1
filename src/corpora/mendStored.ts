import type { ArticleId } from "../engine/model/index.ts";
import { PackError } from "../ingest/pack/packError.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import { isSoundImport } from "../platform/storage/importJobs.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import {
  changeLibrary,
  coveredBy,
  type LibraryChange,
  type LibraryTransaction,
} from "./libraryChange.ts";
import { changeUnsearched, ownSegmentNames, readState } from "./libraryState.ts";
import { addPack, isSoundPack } from "./packs.ts";
import type { Repairing } from "./repairSegments.ts";
import { setAside } from "./setAside.ts";
import { isSoundRecord, mendedRecord } from "./soundRecord.ts";

/** Records read at once; each takes about ten kilobytes. */
const recordsAtOnce = 100;
/**
 * Records checked after each start: a large library is checked in a few dozen starts, none of which
 * takes long.
 */
const recordsAStart = 500;

/**
 * Checks the next records in turn, and repairs or sets aside those that are damaged. Stores where
 * it stopped, because a background seldom lives long enough for all of them.
 */
export async function mendRecords(
  storage: Storage,
  now: number,
  { rest, onRepaired }: Repairing,
): Promise<void> {
  const from = (await storage.read(["state"], readState)).lookedTo ?? null;
  let last = from;
  for (let looked = 0; looked < recordsAStart; looked += recordsAtOnce) {
    last = await mendSome(storage, last, now, onRepaired);
    await rest();
    if (last === null) break;
  }
  if (last !== from) {
    await storage.change(["state", "articles", "segments"], (all) =>
      changeUnsearched(all, { lookedTo: last }),
    );
  }
}

/** Returns the key of the last record that was checked, or null at the end. */
async function mendSome(
  storage: Storage,
  after: ArticleId | null,
  now: number,
  onRepaired: () => void,
): Promise<ArticleId | null> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const { keys, records } = await storage.read(["articles"], async (all) => ({
    keys: await all.objectStore("articles").getAllKeys(range, recordsAtOnce),
    records: await all.objectStore("articles").getAll(range, recordsAtOnce),
  }));
  const damaged = keys.filter((_, at) => !isSoundRecord(records[at]));
  if (damaged.length > 0) {
    await changeLibrary(storage, async (transaction, change) => {
      for (const key of damaged) await mendRecord(transaction, change, key, now);
    });
    onRepaired();
  }
  return keys.length < recordsAtOnce ? null : (keys.at(-1) ?? null);
}

/** Replaces a damaged record with what can be read of it; the record as it was is set aside. */
async function mendRecord(
  transaction: LibraryTransaction,
  change: LibraryChange,
  key: ArticleId,
  now: number,
): Promise<void> {
  const articles = transaction.objectStore("articles");
  const stored: unknown = await articles.get(key);
  if (stored === undefined || isSoundRecord(stored)) return;
  await setAside(transaction, { store: "articles", value: stored, setAsideAt: now });
  const damaged = stored as ArticleRecord;
  if (typeof damaged.segment !== "string") await buryEverywhere(transaction, key);
  const mended = mendedRecord(stored, { now, segment: change.segment });
  if (mended === null) await change.remove(damaged);
  else await change.put(mended, damaged);
}

/** Adds a tombstone for the article to every segment, because it is not known which one has it. */
async function buryEverywhere(transaction: LibraryTransaction, article: ArticleId): Promise<void> {
  const segments = transaction.objectStore("segments");
  for (const name of await segments.getAllKeys(ownSegmentNames())) {
    const stored = await segments.get(name);
    for (const segment of stored === undefined ? [] : coveredBy(name, stored)) {
      await transaction.objectStore("tombstones").put({ segment, article });
    }
  }
}

/** Sets pack and import records aside that are not whole; a pack is made again from its file. */
export async function mendPacksAndImports(
  storage: Storage,
  now: number,
  repairing: Repairing,
): Promise<void> {
  const stores = ["packs", "imports", "setAside"] as const;
  const found = await storage.read(stores, async (all) => ({
    packs: (await all.objectStore("packs").getAll()).filter((pack) => !isSoundPack(pack)),
    imports: (await all.objectStore("imports").getAll()).filter((job) => !isSoundImport(job)),
  }));
  for (const store of ["packs", "imports"] as const) {
    for (const value of found[store]) {
      await storage.change(stores, async (transaction) => {
        await setAside(transaction, { store, value, setAsideAt: now });
        await transaction.objectStore(store).delete(value.id);
      });
      if (store === "packs") await remakePack(storage, value.id, now, repairing);
    }
  }
}

async function remakePack(
  storage: Storage,
  id: string,
  now: number,
  { rest, onRepaired }: Repairing,
): Promise<void> {
  const file = await storage.read(["packFiles"], (all) => all.objectStore("packFiles").get(id));
  if (!(file instanceof Uint8Array)) return;
  try {
    await addPack(storage, new Uint8Array(file), { address: null, etag: null, now }, rest);
    onRepaired();
  } catch (error) {
    // The file is kept, for whoever can repair it.
    if (!(error instanceof PackError)) throw error;
  }
}
