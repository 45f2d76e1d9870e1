import { type DBSchema, type IDBPDatabase, openDB } from "idb";

interface Schema extends DBSchema {
  /** Rebuilt segments, by name; `madeFor` is the extension version they were made for. */
  segments: { key: string; value: { readonly madeFor: string; readonly bytes: Uint8Array } };
}

/** Where segments that had to be rebuilt are kept, so that the next start need not rebuild them. */
export interface SegmentStore {
  /** The bytes stored under the name for this version, or null. */
  read(name: string, madeFor: string): Promise<Uint8Array | null>;
  /** Resolves when the bytes are on disk. */
  write(name: string, madeFor: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

const databaseName = "second-source";
const databaseVersion = 1;

function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database) {
      database.createObjectStore("segments");
    },
  });
}

/** The store in this extension's IndexedDB. The database is opened at the first use. */
export function createSegmentStore(): SegmentStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDatabase();
    return opened;
  };
  return {
    async read(name, madeFor) {
      const stored = await (await database()).get("segments", name);
      return stored?.madeFor === madeFor ? stored.bytes : null;
    },
    async write(name, madeFor, bytes) {
      const transaction = (await database()).transaction("segments", "readwrite", {
        durability: "strict",
      });
      await Promise.all([transaction.store.put({ madeFor, bytes }, name), transaction.done]);
    },
    async remove(name) {
      await (await database()).delete("segments", name);
    },
  };
}
