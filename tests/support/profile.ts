/**
 * What a browser's profile holds of the extension, as a file: how a profile that an earlier version made
 * is put before the present one.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";

/** Everything stored. Bytes inside values are `{"$bytes": BASE64}`. */
export interface Profile {
  /** Of the extension that made it, and in which browser. */
  readonly madeBy: string;
  /** Of the database. */
  readonly version: number;
  readonly stores: readonly StoredStore[];
  /** What is in storage.local. */
  readonly local: Readonly<Record<string, unknown>>;
}

/** One object store: its shape, and what lies in it. */
export interface StoredStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly multiEntry: boolean;
  }[];
  readonly keys: readonly unknown[];
  readonly values: readonly unknown[];
}

/** The same profile has the same bytes. */
export function profileFile(profile: Profile): Uint8Array {
  return gzipSync(JSON.stringify(profile), { level: 9 });
}

export function profileOf(file: Uint8Array): Profile {
  return JSON.parse(gunzipSync(file).toString()) as Profile;
}

/** Reads all that is stored, from a page of the extension. */
export async function readProfile(own: Page, madeBy: string): Promise<Profile> {
  const read = await own.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const coded = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) return coded(new Uint8Array(await value.arrayBuffer()));
      if (value instanceof Uint8Array) {
        return { $bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join("")) };
      }
      if (Array.isArray(value)) return Promise.all(value.map(coded));
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).map(async ([key, its]) => [key, await coded(its)]);
      return Object.fromEntries(await Promise.all(entries));
    };
    const database = await done(indexedDB.open("second-source"));
    const stores = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const { keyPath, autoIncrement } = store;
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath: itsPath, multiEntry } = store.index(index);
        return { name: index, keyPath: itsPath, multiEntry };
      });
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      stores.push({ name, keyPath, autoIncrement, indexes, keys, values: await coded(values) });
    }
    const { version } = database;
    database.close();
    return { version, stores, local: await chrome.storage.local.get(null) };
  });
  return { madeBy, ...read } as Profile;
}

/**
 * Puts a profile in the place of all that is stored, from a page of the extension. The deletion and the
 * making anew stand in one queue, so that nothing of the running extension gets between them.
 */
export async function writeProfile(own: Page, profile: Profile): Promise<void> {
  await own.evaluate(async ({ version, stores, local }) => {
    const decoded = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(decoded);
      if (typeof value !== "object" || value === null) return value;
      const bytes = Reflect.get(value, "$bytes");
      if (typeof bytes === "string") {
        return Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
      }
      return Object.fromEntries(Object.entries(value).map(([key, its]) => [key, decoded(its)]));
    };
    indexedDB.deleteDatabase("second-source");
    const opening = indexedDB.open("second-source", version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes, keys, values } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) {
          store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
        }
        values.forEach((value, at) => {
          store.put(decoded(value), keyPath === null ? (keys[at] as IDBValidKey) : undefined);
        });
      }
    };
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = () => reject(opening.error);
    });
    opening.result.close();
    await chrome.storage.local.clear();
    await chrome.storage.local.set(local);
  }, profile);
}
