import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import type { Article, ArticleSource, Origin } from "../../src/engine/model/index.ts";
import { articleId } from "../../src/ingest/articleId.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout } from "./articles.ts";

const address = "https://shore.example/quay";
const page: ArticleSource = { kind: "page", name: "shore.example" };
const evil: ArticleSource = { kind: "feed", name: "evil.example" };
const honest: ArticleSource = { kind: "feed", name: "feeds.shore.example" };

function world() {
  const storage = createStorage();
  const clock = { now: 1_000 };
  const library = createReaderLibrary(storage, () => clock.now);
  return {
    library,
    clock,
    async add(origin: Origin, word: string, changes: Partial<Article> = {}) {
      clock.now += 1_000;
      const body = word === "quay" ? {} : { body: bodyAbout(word) };
      const [addition] = await library.add([anArticle("quay", { ...body, ...changes })], origin);
      return addition?.kind;
    },
    record: async () => (await library.at(address))!,
    async searched() {
      const { own } = await createSearchedSegments(createStorage()).current();
      const all = createLibrary(own);
      return all.articles.map(({ id, body }) => ({ id, body }));
    },
  };
}

const forged = {
  ...{ title: "Forged headline", source: evil, outlet: { name: "Evil", domain: "evil.example" } },
  published: null,
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("what the reader saved or imported", () => {
  it.each(["saved", "import"] as const)(
    "(%s) keeps text, title, outlet and date, whatever feeds name its address, and however often",
    async (origin) => {
      const { add, record, searched } = world();
      await add(origin, "quay", { source: page });
      const { article, foundAt, addedAt } = await record();
      for (let times = 0; times < 9; times++) {
        expect(await add("feed", `forged${times}`, forged)).toBe("known");
      }
      const kept = await record();
      expect(kept).toMatchObject({ article, origin, foundAt, addedAt });
      // Beside it stand the newest of what came.
      expect(kept.versions.map(({ body }) => body)).toEqual(
        [4, 5, 6, 7, 8].map((times) => bodyAbout(`forged${times}`)),
      );
      expect(kept.versions[0]).toMatchObject({ origin: "feed", source: evil, foundAt: 7_000 });
      expect(await searched()).toEqual([{ id: "shore-quay", body: bodyAbout("quay") }]);
    },
  );

  it("keeps every text that the reader saved, however many feeds bring", async () => {
    const { add, record } = world();
    const words = ["quay", "two", "three", "four", "five", "six", "seven", "eight"];
    for (const word of words) {
      await add("saved", word, { source: page });
      await add("feed", `of${word}`, forged);
    }
    const { article, versions } = await record();
    const own = versions.filter(({ origin }) => origin === "saved").map(({ body }) => body);
    expect([...own, article.body]).toEqual(words.map(bodyAbout));
    expect(versions.filter(({ origin }) => origin === "feed")).toHaveLength(5);
  });

  it("is not replaced by a later visit, whose other text is kept beside it", async () => {
    const { add, record } = world();
    await add("saved", "quay", { source: page });
    expect(await add("read", "later", { source: page })).toBe("known");
    expect(await record()).toMatchObject({
      origin: "saved",
      article: { body: bodyAbout("quay") },
      versions: [{ body: bodyAbout("later"), origin: "read", source: page }],
    });
    // Nearly the same text, or a part of it, is that text taken another way.
    const cut = bodyAbout("quay").split("\n\n").slice(0, 2).join("\n\n");
    await add("read", "", { body: cut, source: page });
    expect((await record()).versions).toHaveLength(1);
  });

  it("keeps an earlier text from a feed as a version, and nothing else from it", async () => {
    const { add, record } = world();
    const link = "https://evil.example/click?to=quay";
    await add("feed", "quay", { ...forged, urls: [link, address] });
    expect(await add("saved", "quay", { source: page })).toBe("changed");
    expect(await record()).toMatchObject({
      origin: "saved",
      article: { ...anArticle("quay"), source: page, urls: [address] },
      versions: [],
    });
    await add("feed", "quay", { ...forged, urls: [link, address] });
    expect((await record()).article.urls).toEqual([address]);
  });

  it("stays when room is made, with its versions", async () => {
    const { library, add, record } = world();
    for (const word of ["quay", "two", "three"]) await add("saved", word, { source: page });
    const bytes = (await library.totals()).bytes;
    await library.setLimits({ mostBytes: bytes + 500, readDays: 1 });
    expect(await add("feed", "four", forged)).toBe("full");
    expect((await record()).versions).toHaveLength(2);
    await library.ageOut();
    expect((await record()).article.body).toBe(bodyAbout("three"));
  });
});

describe("what others brought", () => {
  it("is replaced by the same feed's newer text, and not by another feed's", async () => {
    const { add, record } = world();
    await add("feed", "quay", { source: honest });
    expect(await add("feed", "corrected", { source: honest })).toBe("changed");
    expect(await add("feed", "forged", forged)).toBe("known");
    expect(await record()).toMatchObject({
      article: { title: "The harbour: quay", body: bodyAbout("corrected"), source: honest },
      versions: [{ body: bodyAbout("quay") }, { body: bodyAbout("forged"), source: evil }],
    });
  });

  it("of a feed elsewhere is replaced by a feed of the article's own site", async () => {
    const { add, record } = world();
    await add("feed", "forged", forged);
    expect(await add("feed", "quay", { source: honest })).toBe("changed");
    expect(await record()).toMatchObject({
      article: { body: bodyAbout("quay"), source: honest, urls: [address] },
      versions: [{ body: bodyAbout("forged"), source: evil }],
    });
  });

  it("is replaced by the page when that is read, and by no feed after that", async () => {
    const { add, record } = world();
    await add("feed", "summary", forged);
    expect(await add("read", "quay", { source: page })).toBe("changed");
    expect(await add("feed", "summary2", forged)).toBe("known");
    expect(await record()).toMatchObject({
      article: { title: "The harbour: quay", body: bodyAbout("quay"), source: page },
      versions: [{ origin: "feed" }, { origin: "feed" }],
    });
  });
});

describe("addresses that differ in a tracking parameter alone", () => {
  const at = (query: string) => ({ urls: [`${address}${query}`] });

  it.each(["?s=1", "?source=x", "?utm_source=x"])(
    "are two articles where the texts are two (%s)",
    async (query) => {
      const { library, add, searched } = world();
      await add("saved", "quay", at("?s=0"));
      expect(await add("saved", "other", at(query))).toBe("new");
      expect(await searched()).toHaveLength(2);
      expect((await library.at(`${address}${query}`))?.article.body).toBe(bodyAbout("other"));
      expect((await library.at(`${address}?s=0`))?.article.body).toBe(bodyAbout("quay"));
    },
  );

  it("are one where the texts agree, or one is a part of the other", async () => {
    const { add, searched } = world();
    await add("saved", "quay", at("?utm_source=a"));
    expect(await add("saved", "quay", at("?utm_source=b"))).toBe("known");
    await add("saved", "", {
      body: `${bodyAbout("quay")}\n\n${bodyAbout("more")}`,
      ...at("?ref=c"),
    });
    expect(await searched()).toHaveLength(1);
  });

  it("are one where a feed carries a summary of the same title", async () => {
    const { add, searched } = world();
    await add("feed", "summary", { ...at("?utm_source=rss"), source: honest });
    expect(await add("read", "quay", { ...at(""), source: page })).toBe("changed");
    expect(await searched()).toEqual([{ id: "shore-quay", body: bodyAbout("quay") }]);
  });

  it("do not hide one of many from each other", async () => {
    const { add, record, searched } = world();
    for (let number = 0; number < 12; number++) {
      await add("saved", `text${number}`, at(`?s=${number}`));
    }
    expect(await add("saved", "text11", at("?s=11"))).toBe("known");
    expect(await add("saved", "quay", at(""))).toBe("new");
    expect((await record()).article.body).toBe(bodyAbout("quay"));
    expect(await searched()).toHaveLength(13);
  });
});

describe("articles without an address", () => {
  const nameless: Partial<Article> = { urls: [], outlet: { name: "", domain: null } };
  const id = articleId({ outlet: "", url: null, title: "" });

  it.each([
    ["without a title", { ...nameless, title: "", id }],
    ["of a title that many have", { ...nameless, title: "Press briefing" }],
    ["of an outlet's daily column", { urls: [], published: null }],
  ])("%s are as many as their texts, however often they are imported", async (_, changes) => {
    const { add, searched } = world();
    const words = ["quay", "two", "three", "four"];
    for (const kind of ["new", "known"]) {
      for (const word of words) expect(await add("import", word, changes)).toBe(kind);
    }
    const short = { ...changes, body: "Too short to have fingerprints." };
    expect(await add("import", "short", short)).toBe("new");
    expect(await add("import", "short", short)).toBe("known");
    const bodies = (await searched()).map(({ body }) => body);
    expect(bodies).toEqual([...words.map(bodyAbout), short.body]);
  });

  it("are one where the outlet printed both under one title on one day", async () => {
    const { add, searched } = world();
    await add("import", "quay", { urls: [] });
    expect(await add("import", "corrected", { urls: [] })).toBe("changed");
    expect(await searched()).toHaveLength(1);
  });
});
