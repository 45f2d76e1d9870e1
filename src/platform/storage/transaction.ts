import type { IDBPObjectStore } from "idb";
import { createDatabase, type OpenedDatabase, type Schema, type StoreName } from "./database.ts";
import { migrations } from "./migrations.ts";
import { asStorageError, StorageError } from "./storageError.ts";

/** An open transaction: only requests to its own stores may be awaited, or it ends by itself. */
export interface Transaction<
  Name extends StoreName,
  Mode extends IDBTransactionMode = IDBTransactionMode,
> {
  objectStore<Store extends Name>(name: Store): IDBPObjectStore<Schema, StoreName[], Store, Mode>;
}

/** Access to everything that is stored. */
export interface Storage {
  /**
   * Runs a change as one transaction: all of it is on disk when the promise resolves, or nothing
   * of it is done when it rejects. Throws StorageError when the browser cannot store it; what the
   * work itself throws undoes everything and is thrown on.
   */
  change<Name extends StoreName, T>(
    stores: readonly Name[],
    work: (transaction: Transaction<Name, "readwrite">) => Promise<T>,
  ): Promise<T>;
  /** Reads several things that belong together. Throws StorageError. */
  read<Name extends StoreName, T>(
    stores: readonly Name[],
    work: (transaction: Transaction<Name, "readonly">) => Promise<T>,
  ): Promise<T>;
  /**
   * Why the data of an earlier version could not be converted; null if they are in the present
   * form. Until then everything can be read, and every change throws StorageError. Throws
   * StorageError.
   */
  updateFault(): Promise<string | null>;
}

/**
 * Returns the storage of this extension. Every context may have its own: they see the same. (`as
 * never`: idb ties a transaction's type to the exact stores it was opened for.)
 */
export function createStorage(
  database: () => Promise<OpenedDatabase> = createDatabase(migrations),
): Storage {
  return {
    async change(stores, work) {
      const { database: opened, updateFault } = await orStorageError(database());
      if (updateFault !== null) throw new StorageError("notUpdated", updateFault);
      const transaction = opened.transaction([...stores], "readwrite", { durability: "strict" });
      // Awaited below; until then a failure must not count as unhandled.
      transaction.done.catch(() => undefined);
      try {
        const result = await work(transaction as never);
        await transaction.done;
        return result;
      } catch (error) {
        abort(transaction);
        await transaction.done.catch(() => undefined);
        throw asStorageError(error);
      }
    },
    async read(stores, work) {
      const { database: opened } = await orStorageError(database());
      const transaction = opened.transaction([...stores], "readonly");
      return orStorageError(work(transaction as never));
    },
    async updateFault() {
      const { updateFault } = await orStorageError(database());
      return updateFault === null ? null : `${updateFault.name}: ${updateFault.message}`;
    },
  };
}

async function orStorageError<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw asStorageError(error);
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
