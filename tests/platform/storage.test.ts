import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { type IDBPDatabase, openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createDatabase, type Schema } from "../../src/platform/storage/database.ts";
import { migrations } from "../../src/platform/storage/migrations.ts";
import { createSegmentStore } from "../../src/platform/storage/segmentStore.ts";
import { StorageError } from "../../src/platform/storage/storageError.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout, listedIn } from "../corpora/articles.ts";
import { failWrite } from "../corpora/failingStorage.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("storage", () => {
  it("takes over what version 1 had stored", async () => {
    const old = await openDB("second-source", 1, {
      upgrade: (database) => void database.createObjectStore("segments"),
    });
    const bytes = Uint8Array.of(1, 2, 3);
    await old.put("segments", { madeFor: "0.1.0", bytes }, "bundled");
    old.close();
    const storage = createStorage();
    expect(await createSegmentStore(storage).read("bundled", "0.1.0")).toEqual(bytes);
    const library = createReaderLibrary(storage, () => 1);
    await library.add([anArticle("quay")], "saved");
    expect(await listedIn(library)).toHaveLength(1);
  });

  it("says by each look whether an update failed, though what is searched is the same", async () => {
    const storage = createStorage();
    await createReaderLibrary(storage, () => 1).add([anArticle("quay")], "saved");
    let fault: string | null = null;
    const searched = createSearchedSegments({ ...storage, updateFault: async () => fault });
    const before = await searched.current();
    expect(before.updateFault).toBeNull();
    expect(await searched.current()).toBe(before);
    fault = "RangeError: no such form";
    const after = await searched.current();
    expect(after).toEqual({ ...before, updateFault: fault });
  });

  it("takes over what version 3 had stored, and has room for vectors", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay")], "saved");
    await stepBackToVersion3();
    expect(await listedIn(library)).toHaveLength(1);
    const vectors = createStorage().read(["vectors"], (all) => all.objectStore("vectors").count());
    expect(await vectors).toBe(0);
  });

  it("stays as it was where it cannot be brought into this version's form: read, never changed, and tried again", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay")], "saved");
    const failing = [...migrations, half];
    const later = createStorage(createDatabase(failing));
    const inLater = createReaderLibrary(later, () => 1);
    expect(await listedIn(inLater)).toHaveLength(1);
    expect(await later.updateFault()).toBe("RangeError: no such form");
    expect((await createSearchedSegments(later).current()).own).toHaveLength(1);
    await expect(inLater.add([anArticle("pier")], "saved")).rejects.toMatchObject({
      name: "StorageError",
      kind: "notUpdated",
    });
    // The version before has everything, and writes; the next start of the later one tries again.
    await library.add([anArticle("pier")], "saved");
    const repaired = createStorage(createDatabase([...migrations, () => undefined]));
    expect(await listedIn(createReaderLibrary(repaired, () => 1))).toHaveLength(2);
    expect(await repaired.updateFault()).toBeNull();
  });

  it("stays away, and is not made in an old form, where its first making fails", async () => {
    const storage = createStorage(createDatabase([...migrations, half]));
    await expect(listedIn(createReaderLibrary(storage, () => 1))).rejects.toThrow(StorageError);
    await createReaderLibrary(createStorage(), () => 1).add([anArticle("quay")], "saved");
  });

  it("makes way for a later version of the extension, and says that it cannot read any more", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay")], "saved");
    (await openDB("second-source", 99)).close();
    await expect(listedIn(library)).rejects.toThrow(StorageError);
  });

  it("undoes the whole change when any of its writes fails, says that the disk is full, and goes on", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay"), anArticle("pier")], "saved");
    const before = [await listedIn(library), await library.totals()];
    const change = () =>
      library.add([anArticle("quay", { body: bodyAbout("later") }), anArticle("lock")], "saved");
    let failures = 0;
    for (let nth = 1; ; nth++) {
      const failing = failWrite(nth);
      const outcome = await change().catch((error: unknown) => error);
      if (failing.undo() < nth) break;
      failures++;
      expect(outcome).toMatchObject({ name: "StorageError", kind: "full" });
      expect([await listedIn(library), await library.totals()]).toEqual(before);
    }
    expect(failures).toBeGreaterThan(3);
    expect(await listedIn(library)).toHaveLength(3);
  });

  it("makes every change in a transaction that is on disk before it counts", async () => {
    const opened: (string | undefined)[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") opened.push(options?.durability);
      return transaction.call(this, stores, mode, options);
    };
    try {
      await createReaderLibrary(createStorage(), () => 1).add([anArticle("quay")], "saved");
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(opened).toEqual(["strict"]);
  });

  it("undoes a change whose work throws, and throws that on", async () => {
    const storage = createStorage();
    const work = storage.change(["segments"], async (transaction) => {
      await transaction.objectStore("segments").put({ madeFor: "", bytes: new Uint8Array() }, "a");
      throw new RangeError("ours");
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await createSegmentStore(storage).read("a", "")).toBeNull();
  });
});

/** A step that has done something before it fails. */
function half(database: IDBPDatabase<Schema>): void {
  database.deleteObjectStore("articles");
  throw new RangeError("no such form");
}

/** Makes the database anew as version 3 had it, with what is stored. */
async function stepBackToVersion3(): Promise<void> {
  const now = await openDB("second-source");
  const stores = [...now.objectStoreNames].filter((name) => !["vectors", "bin"].includes(name));
  const kept = await Promise.all(
    stores.map(async (name) => {
      const store = now.transaction(name).store;
      const { keyPath, autoIncrement } = store;
      const indexes = [...store.indexNames].map((index) => store.index(index));
      const shapes = indexes.map((index) => ({
        name: index.name,
        keyPath: index.keyPath,
        multiEntry: index.multiEntry,
      }));
      const [keys, values] = [await store.getAllKeys(), await store.getAll()];
      return { name, keyPath, autoIncrement, shapes, keys, values };
    }),
  );
  now.close();
  globalThis.indexedDB = new IDBFactory();
  const old = await openDB("second-source", 3, {
    upgrade(database) {
      for (const { name, keyPath, autoIncrement, shapes } of kept) {
        const store = database.createObjectStore(name, { keyPath, autoIncrement });
        for (const shape of shapes) {
          store.createIndex(shape.name, shape.keyPath, { multiEntry: shape.multiEntry });
        }
      }
    },
  });
  for (const { name, keyPath, keys, values } of kept) {
    for (const [at, value] of values.entries()) {
      await old.put(name, value, keyPath === null ? keys[at] : undefined);
    }
  }
  old.close();
}
