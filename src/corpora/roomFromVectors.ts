import { StorageError } from "../platform/storage/storageError.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { changeUnsearched, readState } from "./libraryState.ts";

/**
 * Returns the same storage, which deletes vectors if the disk has no room for a change: they can be
 * made again, what the reader keeps cannot. The work of a change may run twice.
 */
export function withRoomFromVectors(storage: Storage, now: () => number): Storage {
  return {
    ...storage,
    async change(stores, work) {
      try {
        return await storage.change(stores, work);
      } catch (error) {
        const isFull = error instanceof StorageError && error.kind === "full";
        if (!isFull || !(await dropVectors(storage, now()))) throw error;
        return await storage.change(stores, work);
      }
    },
  };
}

const touched = ["vectors", "state", "articles", "segments"] as const;

/** False if there are none, or not even that can be stored. */
async function dropVectors(storage: Storage, now: number): Promise<boolean> {
  try {
    return await storage.change(touched, async (all) => {
      if ((await all.objectStore("vectors").count()) === 0) return false;
      await all.objectStore("vectors").clear();
      await changeUnsearched(all, { noRoomAt: now });
      return true;
    });
  } catch (error) {
    if (error instanceof StorageError) return false;
    throw error;
  }
}

/** How long no vectors are made after some were deleted, because they would take the room again. */
const noRoomMs = 24 * 3_600_000;

/** True if there is room for vectors, as far as is known. Throws StorageError. */
export async function hasRoomForVectors(storage: Storage, now: number): Promise<boolean> {
  const { noRoomAt } = await storage.read(["state"], readState);
  return noRoomAt === undefined || now < noRoomAt || now - noRoomAt > noRoomMs;
}
