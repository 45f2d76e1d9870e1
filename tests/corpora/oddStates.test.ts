import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { addPack, listPacks } from "../../src/corpora/packs.ts";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { countSetAside, forgetSetAside, setAsideAsText } from "../../src/corpora/setAside.ts";
import { createUpkeep } from "../../src/corpora/upkeep.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import { exportArticles } from "../../src/offscreen/imports/exportArticles.ts";
import { runImport } from "../../src/offscreen/imports/runImport.ts";
import { enqueueImport, listImports } from "../../src/platform/storage/importJobs.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { anArticle, bodyAbout, listedIn } from "./articles.ts";
import { quietRepairing } from "./quietRepairing.ts";

const names = ["quay", "pier", "mole", "dock", "lamp", "buoy"];
const quay = "shore-quay";

/** The library as a context that has just started has it. */
function started() {
  const storage = createStorage();
  const library = createReaderLibrary(storage, () => 2_000_000);
  const upkeep = createUpkeep(storage, library, quietRepairing, () => 2_000_000);
  const idsSearched = async () =>
    createLibrary((await createSearchedSegments(storage).current()).own)
      .articles.map(({ id }) => id)
      .sort();
  const idsListed = async () => (await listedIn(library)).map(({ id }) => id).sort();
  return { storage, library, upkeep, idsSearched, idsListed };
}

/** Puts something else where records are; undefined deletes what is there. */
async function damage(store: string, change: (stored: never) => unknown): Promise<void> {
  const database = await openDB("second-source");
  const transaction = database.transaction(store, "readwrite");
  for (const key of await transaction.store.getAllKeys()) {
    const changed = change((await transaction.store.get(key)) as never);
    if (changed === undefined) await transaction.store.delete(key);
    else if (transaction.store.keyPath === null) await transaction.store.put(changed, key);
    else await transaction.store.put(changed);
  }
  await transaction.done;
  database.close();
}

const all = names.map((name) => `shore-${name}`).sort();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const { library } = started();
  for (const name of names) {
    await library.add([anArticle(name)], name === "buoy" ? "read" : "saved");
  }
});

/** Nothing throws for the reader: the list, the export, a new article, the deletion of all. */
async function expectUsable(): Promise<void> {
  const { storage, library, idsSearched, idsListed } = started();
  await library.totals();
  await library.at("https://shore.example/quay");
  await listPacks(storage);
  await listImports(storage);
  await exportArticles(storage, "ninjs");
  await library.ageOut();
  await library.add([anArticle("new")], "saved");
  await library.add([anArticle("quay", { body: bodyAbout("other") })], "saved");
  expect(await idsSearched()).toContain("shore-new");
  expect(await idsListed()).toContain("shore-new");
}

describe("segments", () => {
  it.each<[string, (stored: { readonly bytes: Uint8Array }) => unknown]>([
    ["are garbage", (stored) => ({ ...stored, bytes: new Uint8Array(200).fill(7) })],
    ["are gone", () => undefined],
    ["have no bytes", () => ({ madeFor: "", bytes: null })],
    ["are a text", () => "text"],
  ])("that %s are rebuilt from the records", async (_, change) => {
    await damage("segments", change);
    const { upkeep, idsSearched, library } = started();
    await library.totals();
    await upkeep.run();
    expect(await idsSearched()).toEqual(all);
    await expectUsable();
  });

  it("that are missing are rebuilt while others are searched", async () => {
    let isFirst = true;
    await damage("segments", (stored) => {
      const isGone = isFirst;
      isFirst = false;
      return isGone ? undefined : stored;
    });
    const { upkeep, idsSearched } = started();
    expect(await idsSearched()).toEqual(all.filter((id) => id !== quay));
    await upkeep.run();
    expect(await idsSearched()).toEqual(all);
  });
});

describe("a record", () => {
  type Stored = Readonly<Record<string, unknown>> & { readonly article: object };
  const mendable: [string, (stored: Stored) => unknown][] = [
    ["without versions", (stored) => ({ ...stored, versions: null })],
    ["without addresses", (stored) => ({ ...stored, article: { ...stored.article, urls: null } })],
    ["of no outlet", (stored) => ({ ...stored, article: { ...stored.article, outlet: 7 } })],
    ["of no size, in no segment", (stored) => ({ ...stored, bytes: Number.NaN, segment: 5 })],
    ["without keys and times", ({ id, article }) => ({ id, article })],
  ];

  it.each(mendable)("%s is mended, and what it was is set aside", async (_, change) => {
    await damage("articles", (stored: Stored) => (stored.id === quay ? change(stored) : stored));
    const { storage, upkeep, idsSearched, idsListed } = started();
    await idsListed();
    await upkeep.run();
    expect([await idsSearched(), await idsListed()]).toEqual([all, all]);
    expect(await countSetAside(storage)).toBe(1);
    expect(JSON.parse(await setAsideAsText(storage))).toMatchObject([
      { store: "articles", value: { id: quay } },
    ]);
    await expectUsable();
  });

  it.each<[string, (stored: Stored) => unknown]>([
    ["without an article", (stored) => ({ ...stored, article: null })],
    ["with nothing but an id", ({ id }) => ({ id })],
    ["without a text", (stored) => ({ ...stored, article: { ...stored.article, body: 1 } })],
  ])("%s is set aside, and the others stay", async (_, change) => {
    await damage("articles", (stored: Stored) => (stored.id === quay ? change(stored) : stored));
    await expectUsable();
    const { storage, upkeep, idsListed, library } = started();
    await upkeep.run();
    expect(await countSetAside(storage)).toBe(1);
    expect(await idsListed()).toEqual(expect.arrayContaining(all.filter((id) => id !== quay)));
    await forgetSetAside(storage);
    expect(await countSetAside(storage)).toBe(0);
    await library.removeEverything();
    expect(await idsListed()).toEqual([]);
  });

  it.each(mendable)("%s is no obstacle before it is mended", async (_, change) => {
    await damage("articles", (stored: Stored) => (stored.id === quay ? change(stored) : stored));
    await expectUsable();
  });
});

describe("the library's state", () => {
  it.each<[string, (stored: object) => unknown]>([
    ["without limits", (stored) => ({ ...stored, limits: undefined })],
    ["with wrong limits", (stored) => ({ ...stored, limits: { mostBytes: "all", readDays: {} } })],
    ["of no numbers", (stored) => ({ ...stored, articleBytes: Number.NaN, nextSegment: "x" })],
    ["that is a text", () => "broken"],
    ["that is gone", () => undefined],
  ])("%s is computed again, and no segment takes another's name", async (_, change) => {
    const before = await started().library.totals();
    await damage("state", change);
    const { library, upkeep, idsSearched } = started();
    expect(await idsSearched()).toEqual(all);
    await upkeep.run();
    await library.add([anArticle("new")], "saved");
    await library.remove(["shore-new" as ArticleId]);
    expect(await idsSearched()).toEqual(all);
    expect(await library.totals()).toMatchObject({ articles: 6, limits: before.limits });
    await expectUsable();
  });
});

describe("a pack's record", () => {
  it("that is damaged is set aside, and the pack is rebuilt from its file", async () => {
    const { storage } = started();
    const source = { address: null, etag: null, now: 1_000 };
    const pack = new Uint8Array(packOf([recordLine()]));
    const { id, name } = await addPack(storage, pack, source, async () => undefined);
    await damage("packs", () => ({ id }));
    await expectUsable();
    await started().upkeep.run();
    expect(await listPacks(storage)).toMatchObject([{ id, name, isOn: true }]);
    expect(await countSetAside(storage)).toBe(1);
  });
});

describe("an import's record", () => {
  it("that is damaged is set aside with its files left, until the reader deletes it", async () => {
    const { storage } = started();
    await enqueueImport(storage, "job", [{ name: "a.jsonl", content: new Blob(["{}"]) }], 1);
    await damage("imports", () => ({ id: "job", state: "running" }));
    await expectUsable();
    await started().upkeep.run();
    expect(await countSetAside(storage)).toBe(1);
    const files = () =>
      storage.read(["importFiles"], (every) =>
        every.objectStore("importFiles").count(IDBKeyRange.bound(["job"], ["job", []])),
      );
    expect(await files()).toBe(1);
    await forgetSetAside(storage);
    expect(await files()).toBe(0);
  });
});

describe("a tombstone of nobody", () => {
  it("changes nothing", async () => {
    const { storage, upkeep, idsSearched } = started();
    await storage.change(["tombstones"], (every) =>
      every.objectStore("tombstones").put({ segment: "mine/00000001", article: "nobody" as never }),
    );
    await upkeep.run();
    expect(await idsSearched()).toEqual(all);
  });
});

describe("a database of a later version", () => {
  it("is distinguished from an unreadable one, and loses nothing", async () => {
    const raw = await openDB("second-source", 99);
    raw.close();
    const { library, upkeep } = started();
    const newer = { name: "StorageError", kind: "newer" };
    await expect(listedIn(library)).rejects.toMatchObject(newer);
    await expect(library.add([anArticle("new")], "saved")).rejects.toMatchObject(newer);
    await expect(upkeep.run()).rejects.toMatchObject(newer);
    await expect(library.removeEverything()).rejects.toMatchObject(newer);
    const again = await openDB("second-source");
    expect(await again.count("articles")).toBe(names.length);
    again.close();
  });
});

describe("two imports at once", () => {
  it("of overlapping files, one of them run twice, add each article once", async () => {
    const linesOf = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => JSON.stringify(anArticle(`n${from + at}`)));
    const { storage, library, idsSearched } = started();
    const file = (from: number, to: number) => [
      { name: "a.jsonl", content: new Blob([linesOf(from, to).join("\n")]) },
    ];
    await enqueueImport(storage, "one", file(0, 60), 1);
    await enqueueImport(createStorage(), "two", file(30, 90), 2);
    const tools = () => ({
      storage: createStorage(),
      parseHtml: () => Promise.reject(new Error("no HTML here")) as never,
      readPdf: () => Promise.reject(new Error("no PDF here")),
      now: () => 5,
      rest: async () => undefined,
    });
    await Promise.all(["one", "two", "two"].map((id) => runImport(id, tools())));
    expect((await library.totals()).articles).toBe(names.length + 90);
    expect(await idsSearched()).toHaveLength(names.length + 90);
  });
});
