import type { Storage } from "../platform/storage/transaction.ts";
import { changeLibrary, type LibraryChange, type LibraryTransaction } from "./libraryChange.ts";
import { changeUnsearched } from "./libraryState.ts";
import { lookAtClock } from "./provenClock.ts";

const dayMs = 86_400_000;
/** The most articles of one transaction, which should be short; the next idle time continues. */
const mostAtOnce = 200;

/**
 * Removes articles that were only read and have been kept as long as the reader allows, by a clock
 * that has proven right. Returns the number of removed articles.
 */
export function ageOut(storage: Storage, now: number): Promise<number> {
  return changeLibrary(storage, async (transaction, change) => {
    const clock = lookAtClock(change.state.clock, now);
    if (clock !== change.state.clock) await changeUnsearched(transaction, { clock });
    const { readDays } = change.state.limits;
    if (readDays === null || clock.provenAt === null) return 0;
    await bringBack(transaction, change, clock.seenAt);
    const until = clock.provenAt - readDays * dayMs;
    const old = await readSince(transaction, IDBKeyRange.bound(["read"], ["read", until]));
    for (const record of old) await change.remove(record);
    return old.length;
  });
}

/** Articles read while the clock was ahead would be kept for years: they count as read now. */
async function bringBack(
  transaction: LibraryTransaction,
  change: LibraryChange,
  now: number,
): Promise<void> {
  const ahead = IDBKeyRange.bound(["read", now + dayMs], ["read", []], true);
  for (const record of await readSince(transaction, ahead)) {
    await change.put({ ...record, addedAt: now }, record);
  }
}

function readSince(transaction: LibraryTransaction, range: IDBKeyRange) {
  return transaction.objectStore("articles").index("byOrigin").getAll(range, mostAtOnce);
}
