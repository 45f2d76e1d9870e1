import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSegmentStore } from "../../src/platform/storage/segmentStore.ts";
import { StorageError } from "../../src/platform/storage/storageError.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout } from "../corpora/articles.ts";
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
    expect(await library.list(10)).toHaveLength(1);
  });

  it("makes way for a later version of the extension, and says that it cannot read any more", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay")], "saved");
    (await openDB("second-source", 99)).close();
    await expect(library.list(10)).rejects.toThrow(StorageError);
  });

  it("undoes the whole change when any of its writes fails, says that the disk is full, and goes on", async () => {
    const library = createReaderLibrary(createStorage(), () => 1);
    await library.add([anArticle("quay"), anArticle("pier")], "saved");
    const before = [await library.list(10), await library.totals()];
    const change = () =>
      library.add([anArticle("quay", { body: bodyAbout("later") }), anArticle("lock")], "saved");
    let failures = 0;
    for (let nth = 1; ; nth++) {
      const failing = failWrite(nth);
      const outcome = await change().catch((error: unknown) => error);
      if (failing.undo() < nth) break;
      failures++;
      expect(outcome).toMatchObject({ name: "StorageError", kind: "full" });
      expect([await library.list(10), await library.totals()]).toEqual(before);
    }
    expect(failures).toBeGreaterThan(3);
    expect(await library.list(10)).toHaveLength(3);
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
