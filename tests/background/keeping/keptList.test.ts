import { beforeEach, describe, expect, it } from "vitest";
import { createKeptList, type KeptList } from "../../../src/background/keeping/keptList.ts";
import type { ReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../../src/corpora/searchedSegments.ts";
import { createLibrary, type Library } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import type { Article, ArticleId, PublicationDate } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import type { KeptPartRequest, KeptQuery } from "../../../src/messages/keptProtocol.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";
import { anArticle } from "../../corpora/articles.ts";
import { keepingWorld } from "./keepingWorld.ts";

const all: KeptQuery = { sort: "added", search: "", origin: null, outlet: null, language: null };
const beginning: KeptPartRequest = { from: null, at: 0, through: null };
const day = (value: string): PublicationDate => ({ value, precision: "day", basis: "stated" });
const courier = { name: "Coast Courier", domain: "coast.example" };

const german =
  "Der Bürgermeister sagte dem Rat am Montag, dass der Hafen wieder geöffnet ist und die Fähren fahren.";

let library: ReaderLibrary;
let clock: { now: number };
let list: KeptList;
let librariesRead: number;

/** A pack's article has the id of one of the reader's own. */
const packed = openSegment(
  segmentOfArticles([anArticle("pier", { title: "Of a pack", language: "tr" })]),
);

beforeEach(() => {
  ({ library, clock } = keepingWorld());
  const searched = createSearchedSegments(createStorage());
  let known: Library | null = null;
  let generation = -1;
  librariesRead = 0;
  list = createKeptList(library, async () => {
    librariesRead += 1;
    const { own, generation: its } = await searched.current();
    if (known === null || generation !== its) known = createLibrary([packed, ...own]);
    generation = its;
    return known;
  });
});

async function keep(article: Article, origin: "saved" | "feed" | "read" | "import" = "saved") {
  clock.now += 1;
  await library.add([article], origin);
}

async function keepFour(): Promise<void> {
  await keep(anArticle("quay", { title: "b 10", published: day("2019-03-06") }));
  await keep(anArticle("pier", { title: "a", published: null, body: german }), "feed");
  await keep(
    anArticle("mole", { title: "b 9", outlet: courier, published: day("2019-03-08") }),
    "read",
  );
  await keep(
    anArticle("dock", {
      title: "Ä",
      outlet: courier,
      published: day("2019-03-07"),
      language: null,
      body: "3 4 5",
    }),
    "import",
  );
}

const names = (ids: readonly ArticleId[]) => ids.map((id) => id.replace("shore-", "")).join(" ");
const listed = async (query: Partial<KeptQuery>) => names(await list.ids({ ...all, ...query }));

describe("the list of the reader's articles", () => {
  it.each([
    ["added", "dock mole pier quay"],
    ["published", "mole dock quay pier"],
    ["outlet", "mole dock quay pier"],
    ["title", "pier dock mole quay"],
  ] as const)("is in order: %s", async (sort, order) => {
    await keepFour();
    expect(await listed({ sort })).toBe(order);
  });

  it.each([
    [{ origin: "feed" }, "pier"],
    [{ outlet: "coast.example" }, "dock mole"],
    [{ language: "de" }, "pier"],
    [{ language: "und" }, "dock"],
    [{ language: "tr" }, ""],
    [{ outlet: "coast.example", origin: "read" }, "mole"],
    [{ search: "quayopening3" }, "quay"],
    [{ search: "courier", sort: "title" }, "dock mole"],
    [{ search: "zeppelin" }, ""],
    [{ search: "  " }, "dock mole pier quay"],
  ] as const)("is narrowed down by %j", async (query, order) => {
    await keepFour();
    expect(await listed(query)).toBe(order);
  });

  it("says what it can be narrowed down to, with packs left out", async () => {
    await keepFour();
    expect(await list.choices()).toEqual({
      total: 4,
      origins: { saved: 1, import: 1, feed: 1, read: 1 },
      outlets: [
        { key: "coast.example", name: "Coast Courier", count: 2 },
        { key: "shore.example", name: "The Northern Shore", count: 2 },
      ],
      languages: [
        { language: "und", count: 1 },
        { language: "en", count: 2 },
        { language: "de", count: 1 },
      ],
    });
  });

  it("gives the newest without opening the library", async () => {
    await keepFour();
    const { articles, first, count } = await list.part(all, beginning);
    expect(articles.map(({ title }) => title)).toEqual(["Ä", "b 9", "a", "b 10"]);
    expect([first, count, librariesRead]).toEqual([0, 4, 0]);
  });
});

describe("a part of a long list", () => {
  const part = async (place: Partial<KeptPartRequest>) => {
    const { articles, first, count } = await list.part(all, { ...beginning, ...place });
    return [first, articles.length, count, names([articles[0]!.id, articles.at(-1)!.id])];
  };
  const idOf = (name: string) => `shore-${name}` as ArticleId;

  beforeEach(async () => {
    for (let at = 0; at < 120; at += 1) await keep(anArticle(`n${at}`));
  });

  it("begins where it is asked to, and never after the last", async () => {
    expect(await part({})).toEqual([0, 50, 120, "n119 n70"]);
    expect(await part({ at: 50 })).toEqual([50, 50, 120, "n69 n20"]);
    expect(await part({ at: 100 })).toEqual([100, 20, 120, "n19 n0"]);
    expect(await part({ at: 900 })).toEqual([100, 20, 120, "n19 n0"]);
  });

  it("goes on beginning with its first article when others come and go before it", async () => {
    await keep(anArticle("new"));
    expect(await part({ from: idOf("n69"), at: 50 })).toEqual([51, 50, 121, "n69 n20"]);
    await library.remove([idOf("n69")]);
    expect(await part({ from: idOf("n69"), at: 51 })).toEqual([51, 50, 120, "n68 n19"]);
  });

  it("grows by what came into it, as far as it is looked at", async () => {
    await keep(anArticle("new"));
    expect(await part({ through: idOf("n70") })).toEqual([0, 51, 121, "new n70"]);
    for (let at = 0; at < 200; at += 1) await keep(anArticle(`more${at}`));
    expect(await part({ through: idOf("n70") })).toEqual([0, 200, 321, "more199 more0"]);
  });
});
