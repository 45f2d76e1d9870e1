import { browser } from "./api.ts";

/** Keys of followed feeds begin with this. */
export const feedKeyPrefix = "feed ";

/** Records of one kind in storage.local, each under a key of its own. */
export interface StoredRecords<Value> {
  list(): Promise<readonly Value[]>;
  read(name: string): Promise<Value | null>;
  write(name: string, value: Value): Promise<void>;
  remove(name: string): Promise<void>;
}

/**
 * Returns the records of one kind in the browser's local storage.
 * @param prefix begins the keys of this kind
 * @param read returns the record, or null if the value is none, which then counts as missing
 */
export function storedRecords<Value>(
  prefix: string,
  read: (stored: unknown) => Value | null,
): StoredRecords<Value> {
  const { local } = browser.storage;
  return {
    async list() {
      const stored = Object.entries(await local.get(null));
      return stored.filter(([key]) => key.startsWith(prefix)).flatMap(([, its]) => read(its) ?? []);
    },
    async read(name) {
      const found = (await local.get(prefix + name))[prefix + name];
      return read(found);
    },
    write: (name, value) => local.set({ [prefix + name]: value }),
    remove: (name) => local.remove(prefix + name),
  };
}

/** Calls back whenever a record of a kind is written or removed, as long as the page is open. */
export function watchRecords(prefix: string, callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && Object.keys(changes).some((key) => key.startsWith(prefix))) callback();
  });
}
