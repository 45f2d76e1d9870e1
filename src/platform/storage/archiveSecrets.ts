import { type DBSchema, openDB } from "idb";
import { asStorageError } from "./storageError.ts";

/**
 * What opens the reader's archive. The keys are non-extractable CryptoKeys: they can be used, but
 * neither read nor exported, not even by us.
 */
export interface ArchiveSecrets {
  readonly key: {
    readonly terms: CryptoKey;
    readonly ids: CryptoKey;
    readonly sealing: CryptoKey;
  };
  /** Null if the cluster has no users. */
  readonly password: string | null;
}

/** A database of its own, which no export or migration of the library touches. */
const databaseName = "second-source-archive";
const store = "secrets";
const only = "archive";

interface SecretsSchema extends DBSchema {
  secrets: { key: string; value: ArchiveSecrets };
}

/** Where the secrets of the one archive are kept. */
export interface ArchiveSecretsStore {
  /** Null if there are none. Throws StorageError, as all of these. */
  read(): Promise<ArchiveSecrets | null>;
  write(secrets: ArchiveSecrets): Promise<void>;
  remove(): Promise<void>;
}

/** In this browser's IndexedDB, which pages and content scripts cannot open. */
export function createArchiveSecrets(): ArchiveSecretsStore {
  async function inDatabase<T>(
    work: (database: Awaited<ReturnType<typeof openSecrets>>) => Promise<T>,
  ): Promise<T> {
    try {
      const database = await openSecrets();
      try {
        return await work(database);
      } finally {
        database.close();
      }
    } catch (error) {
      throw asStorageError(error);
    }
  }
  return {
    read: () => inDatabase(async (database) => (await database.get(store, only)) ?? null),
    write: (secrets) =>
      inDatabase(async (database) => {
        await database.put(store, secrets, only);
      }),
    remove: () => inDatabase((database) => database.delete(store, only)),
  };
}

function openSecrets() {
  return openDB<SecretsSchema>(databaseName, 1, {
    upgrade(database) {
      database.createObjectStore(store);
    },
  });
}
