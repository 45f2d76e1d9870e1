import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout, listedIn } from "./articles.ts";
import { failWrite } from "./failingStorage.ts";

const dayMs = 86_400_000;

/** A library as a context that has just started has it. */
function freshLibrary(clock = { now: 1_000 }) {
  const storage = createStorage();
  const library = createReaderLibrary(storage, () => clock.now);
  const searched = createSearchedSegments(storage);
  const idsSearched = async () => {
    const { own } = await searched.current();
    return createLibrary(own)
      .articles.map(({ id }) => id)
      .sort();
  };
  return { storage, library, searched, idsSearched, clock };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("the reader's library", () => {
  it("has an added article for every later start, in the list, by its address and in what is searched", async () => {
    await freshLibrary().library.add([anArticle("quay")], "saved");
    const { library, idsSearched } = freshLibrary();
    expect(await listedIn(library)).toMatchObject([
      { id: "shore-quay", outlet: "The Northern Shore", origin: "saved", versionCount: 0 },
    ]);
    expect((await library.at("http://m.shore.example/quay?utm_source=x#top"))?.id).toBe(
      "shore-quay",
    );
    expect(await idsSearched()).toEqual(["shore-quay"]);
  });

  it("names its articles with the newest first, and lists the requested ones that exist", async () => {
    const { library, clock } = freshLibrary();
    await library.add([anArticle("quay")], "saved");
    clock.now += 1;
    await library.add([anArticle("pier"), anArticle("mole")], "feed");
    expect(await library.ids()).toEqual(["shore-pier", "shore-mole", "shore-quay"]);
    expect(await library.ids("feed")).toEqual(["shore-pier", "shore-mole"]);
    expect(await library.ids("read")).toEqual([]);
    const ids = ["shore-quay", "shore-nowhere", "shore-pier"] as ArticleId[];
    expect(await library.listed(ids)).toMatchObject([
      { id: "shore-quay", origin: "saved", language: "en" },
      { id: "shore-pier", origin: "feed", published: { value: "2019-03-06" } },
    ]);
  });

  it("shows a change to contexts that have read it before", async () => {
    const { library, idsSearched } = freshLibrary();
    expect(await idsSearched()).toEqual([]);
    await library.add([anArticle("quay")], "saved");
    expect(await idsSearched()).toEqual(["shore-quay"]);
    await library.add([anArticle("pier")], "read");
    expect(await idsSearched()).toEqual(["shore-pier", "shore-quay"]);
    await library.remove(["shore-quay" as ArticleId]);
    expect(await idsSearched()).toEqual(["shore-pier"]);
  });

  it.each([
    ["its address with tracking parameters", { urls: ["https://shore.example/quay?utm_source=a"] }],
    ["its AMP twin", { urls: ["https://amp.shore.example/quay"] }],
    ["its mobile twin", { urls: ["http://m.shore.example/quay/"] }],
    [
      "another address with a nearly identical body",
      {
        urls: ["https://shore.example/live/77"],
        body: `${bodyAbout("quay")}\n\nAdditional reporting.`,
      },
    ],
  ])("keeps one copy of an article that comes again from %s", async (_, changes) => {
    const { library, idsSearched } = freshLibrary();
    await library.add([anArticle("quay")], "read");
    const again = anArticle("quay", { id: "other" as ArticleId, ...changes });
    expect(await library.add([again], "saved")).toEqual([{ id: "shore-quay", kind: "known" }]);
    expect(await listedIn(library)).toHaveLength(1);
    expect((await library.at(changes.urls[0] ?? ""))?.origin).toBe("saved");
    expect(await idsSearched()).toEqual(["shore-quay"]);
  });

  it("keeps the same text of two outlets twice, because that is what readers look for", async () => {
    const { library } = freshLibrary();
    const other = anArticle("quay", {
      id: "inland-quay" as ArticleId,
      outlet: { name: "The Inland", domain: "inland.example" },
      urls: ["https://inland.example/quay"],
    });
    const added = await library.add([anArticle("quay"), other], "feed");
    expect(added.map(({ kind }) => kind)).toEqual(["new", "new"]);
  });

  it("does not search a removed article or an older text whose segment still holds others", async () => {
    const { library, searched, idsSearched } = freshLibrary();
    await library.add([anArticle("quay"), anArticle("pier"), anArticle("lock")], "import");
    await library.remove(["shore-pier" as ArticleId]);
    await library.add([anArticle("quay", { body: bodyAbout("corrected") })], "import");
    expect(await idsSearched()).toEqual(["shore-lock", "shore-quay"]);
    const { articles } = createLibrary((await searched.current()).own);
    expect(articles.map(({ body }) => body).sort()).toEqual(
      [bodyAbout("corrected"), bodyAbout("lock")].sort(),
    );
  });

  it("keeps what an article said before when it comes with another text, and searches the new one", async () => {
    const { library, searched, clock } = freshLibrary();
    await library.add([anArticle("quay")], "saved");
    clock.now = 2_000;
    const changed = anArticle("quay", { body: bodyAbout("corrected") });
    expect(await library.add([changed], "saved")).toEqual([{ id: "shore-quay", kind: "changed" }]);
    const record = await library.at("https://shore.example/quay");
    expect(record).toMatchObject({ origin: "saved", addedAt: 1_000, foundAt: 2_000 });
    expect(record?.versions).toMatchObject([{ body: bodyAbout("quay"), foundAt: 1_000 }]);
    const { articles } = createLibrary((await searched.current()).own);
    expect(articles.map(({ body }) => body)).toEqual([bodyAbout("corrected")]);
  });

  it("gives an article another id if a different article has its id", async () => {
    const { library } = freshLibrary();
    const one = anArticle("quay", { id: "1" as ArticleId });
    const other = anArticle("pier", { id: "1" as ArticleId });
    const ids = (await library.add([one, other], "import")).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(await listedIn(library)).toHaveLength(2);
  });

  it("adds each article of a batch once, in its last correction", async () => {
    const { library, searched } = freshLibrary();
    const corrected = anArticle("quay", { body: bodyAbout("corrected") });
    const kinds = await library.add([anArticle("quay"), anArticle("quay"), corrected], "import");
    expect(kinds.map(({ kind }) => kind)).toEqual(["new", "known", "changed"]);
    const { articles } = createLibrary((await searched.current()).own);
    expect(articles.map(({ body }) => body)).toEqual([bodyAbout("corrected")]);
  });

  it("leaves the search unchanged when nothing new has come", async () => {
    const { library, searched } = freshLibrary();
    await library.add([anArticle("quay")], "saved");
    const before = await searched.current();
    await library.add([anArticle("quay")], "read");
    await library.ageOut();
    expect(await searched.current()).toBe(before);
  });

  it("takes no article without a text", async () => {
    const { library } = freshLibrary();
    expect(await library.add([anArticle("quay", { body: " \n" })], "saved")).toMatchObject([
      { kind: "empty" },
    ]);
    expect(await listedIn(library)).toEqual([]);
  });

  it("leaves nothing of a removed article in what is searched, and can restore it", async () => {
    const { library, storage, idsSearched } = freshLibrary();
    await library.add([anArticle("quay")], "saved");
    expect(await library.remove(["shore-quay" as ArticleId])).toEqual({
      removed: 1,
      inBin: "shore-quay",
    });
    const left = await storage.read(["articles", "segments", "tombstones"], async (all) => [
      await all.objectStore("articles").count(),
      await all.objectStore("segments").count(),
      await all.objectStore("tombstones").count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
    expect((await library.totals()).bytes).toBe(0);
    expect(await library.restore("shore-quay" as ArticleId)).toBe(true);
    expect(await idsSearched()).toEqual(["shore-quay"]);
    expect(await listedIn(library)).toMatchObject([{ addedAt: 1_000, origin: "saved" }]);
  });

  it("brings many back at once, each with its versions and its origin, also at a later start", async () => {
    const { library, clock } = freshLibrary();
    const names = Array.from({ length: 230 }, (_, at) => `n${at}`);
    await library.add(
      names.map((name) => anArticle(name)),
      "feed",
    );
    clock.now += 86_400_000;
    const later = anArticle("n7", { body: `${bodyAbout("n7")}\n\nThe council added a word.` });
    await library.add([later], "feed");
    const before = await listedIn(library);
    const { removed, inBin } = await library.remove(await library.ids());
    expect(removed).toBe(230);
    expect(await library.ids()).toEqual([]);
    const { library: atNextStart, storage, idsSearched } = freshLibrary();
    expect(await atNextStart.restore(inBin!)).toBe(true);
    expect(await listedIn(atNextStart)).toEqual(before);
    expect(before.find(({ id }) => id === "shore-n7")?.versionCount).toBe(1);
    expect(await idsSearched()).toHaveLength(230);
    expect(await storage.read(["bin"], (all) => all.objectStore("bin").count())).toBe(0);
  });

  it("restores what was removed last alone, and nothing over what has come back since", async () => {
    const { library } = freshLibrary();
    await library.add([anArticle("quay"), anArticle("pier")], "feed");
    await library.remove(["shore-quay" as ArticleId]);
    await library.remove(["shore-pier" as ArticleId]);
    await library.add([anArticle("pier")], "saved");
    expect(await library.restore("shore-quay" as ArticleId)).toBe(false);
    expect(await library.ids()).toEqual(["shore-pier"]);
    expect(await library.restore("shore-pier" as ArticleId)).toBe(true);
    expect(await listedIn(library)).toMatchObject([{ id: "shore-pier", origin: "saved" }]);
  });

  it("forgets what was removed when its bin is emptied, or all is deleted", async () => {
    for (const forget of ["emptyBin", "removeEverything"] as const) {
      const { library } = freshLibrary();
      await library.add([anArticle("quay")], "saved");
      await library.remove(["shore-quay" as ArticleId]);
      await library[forget]();
      expect(await library.restore("shore-quay" as ArticleId)).toBe(false);
      expect(await library.ids()).toEqual([]);
    }
  });

  it("removes where the disk has no room for a bin, and says that it cannot be undone", async () => {
    const { library } = freshLibrary();
    await library.add([anArticle("quay")], "saved");
    const failing = failWrite(1);
    expect(await library.remove(["shore-quay" as ArticleId])).toEqual({
      removed: 1,
      inBin: null,
    });
    failing.undo();
    expect(await library.ids()).toEqual([]);
    expect(await library.restore("shore-quay" as ArticleId)).toBe(false);
    expect(await library.ids()).toEqual([]);
  });

  it("removes read articles after the reader's number of days, and nothing else", async () => {
    const { library, clock, idsSearched } = freshLibrary();
    await library.setLimits({ mostBytes: 1_000_000, readDays: 7 });
    await library.add([anArticle("read")], "read");
    await library.add([anArticle("saved")], "saved");
    for (let day = 0; day <= 7; day++) {
      expect(await library.ageOut()).toBe(0);
      clock.now += dayMs;
    }
    clock.now += dayMs;
    expect(await library.ageOut()).toBe(1);
    expect(await idsSearched()).toEqual(["shore-saved"]);
  });

  it("removes read articles by a clock that has proven right, not by one that jumps", async () => {
    const { library, clock } = freshLibrary({ now: Date.parse("2026-01-01") });
    const inTenYears = Date.parse("2036-01-01");
    await library.add([anArticle("before")], "read");
    expect(await library.ageOut()).toBe(0);
    clock.now = inTenYears;
    await library.add([anArticle("during")], "read");
    expect(await library.ageOut()).toBe(0);
    clock.now = Date.parse("2026-01-02");
    expect(await library.ageOut()).toBe(0);
    expect(await listedIn(library)).toHaveLength(2);
    // Unused for half a year: what is old goes after a day on which the clock went on.
    clock.now = Date.parse("2026-07-01");
    expect(await library.ageOut()).toBe(0);
    clock.now += dayMs;
    expect(await library.ageOut()).toBe(1);
    expect(await listedIn(library)).toMatchObject([{ id: "shore-during" }]);
    // What was read while the clock was ahead is not kept for ten years more.
    for (let day = 0; day < 93; day++) {
      clock.now += dayMs;
      await library.ageOut();
    }
    expect(await listedIn(library)).toEqual([]);
  });

  it("removes the oldest read articles at the storage limit, and then accepts no more", async () => {
    const { library, clock, idsSearched } = freshLibrary();
    const add = (name: string, origin: "read" | "saved") => {
      clock.now += 1;
      return library.add([anArticle(name)], origin);
    };
    await add("one", "read");
    const { bytes } = await library.totals();
    await library.setLimits({ mostBytes: bytes * 3, readDays: null });
    await add("two", "saved");
    expect(await add("three", "saved")).toMatchObject([{ kind: "new" }]);
    expect(await idsSearched()).toEqual(["shore-three", "shore-two"]);
    expect(await add("four", "saved")).toMatchObject([{ kind: "full" }]);
    expect(await idsSearched()).toEqual(["shore-three", "shore-two"]);
  });

  it("removes everything, and everybody sees that", async () => {
    const { library, idsSearched, storage } = freshLibrary();
    await library.add([anArticle("quay"), anArticle("pier")], "saved");
    expect(await idsSearched()).toHaveLength(2);
    await library.removeEverything();
    expect(await idsSearched()).toEqual([]);
    expect(await library.totals()).toMatchObject({ articles: 0, bytes: 0 });
    expect(
      await storage.read(["segments"], (all) => all.objectStore("segments").getAllKeys()),
    ).toEqual([]);
  });
});
