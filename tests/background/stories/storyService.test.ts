import { describe, expect, it } from "vitest";
import { nameOfLibrary, recallStories } from "../../../src/background/stories/rememberedStories.ts";
import {
  createStoryService,
  type StoryServicePorts,
} from "../../../src/background/stories/storyService.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary, type Library, openSegment } from "../../../src/engine/library/index.ts";
import type { Article, ArticleId } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { createStoryIndex, recalledStoryIndex } from "../../../src/engine/stories/storyIndex.ts";
import { storyBeginning } from "../../../src/messages/storyBeginning.ts";
import { storyRequests } from "../../../src/messages/storyRequests.ts";
import { ferryArticles, otherArticles } from "../../support/ferryStory.ts";

function libraryOf(articles: readonly Article[]): Library {
  return createLibrary([openSegment(segmentOfArticles(articles))]);
}

/** A service over articles, and the pages that tabs show. */
function serviceOf(articles: readonly Article[], pages: readonly Article[] = []) {
  const held = {
    library: libraryOf(articles),
    generation: 1,
    reads: 0,
    rests: 0,
    memory: undefined as unknown,
  };
  const ports: StoryServicePorts = {
    async library() {
      held.reads += 1;
      return held.library;
    },
    generation: async () => held.generation,
    readPage: async (tabId) => pages[tabId] ?? null,
    leastScore: async () => 0.6,
    memory: {
      read: async () => held.memory,
      async write(remembered) {
        held.memory = JSON.parse(JSON.stringify(remembered));
      },
    },
    async rest() {
      held.rests += 1;
    },
  };
  return { service: createStoryService(ports), held, ports };
}

const all = [...ferryArticles, ...otherArticles];
const [post, ...others] = ferryArticles;
const byArticle = (article: Article) => ({ kind: "article" as const, id: article.id });

describe("the stories that our own pages are told of", () => {
  it("are listed with the latest first, without articles that stand alone", async () => {
    const { stories, count, articles } = await serviceOf(all).service.list({ search: "", from: 0 });
    expect(stories.map(({ title }) => title)).toEqual([post!.title, otherArticles[0]!.title]);
    expect(stories[0]).toMatchObject({
      id: post!.id,
      outlets: ["The Harbour Post", "Coast Courier", "Northern Ledger", "Inland Gazette"],
      outletCount: 4,
      articleCount: 4,
      from: { value: "2026-03-03T07:37+00:00" },
      to: { value: "2026-03-04" },
    });
    expect([count, articles]).toEqual([2, all.length]);
  });

  it("are found by words of any of their articles", async () => {
    const { service } = serviceOf(all);
    const titles = async (search: string) =>
      (await service.list({ search, from: 0 })).stories.map(({ title }) => title);
    expect(await titles("divers hull")).toEqual([post!.title]);
    expect(await titles("frost")).toEqual([otherArticles[0]!.title]);
    expect(await titles("zeppelin")).toEqual([]);
    expect((await service.list({ search: "", from: 1 })).stories).toHaveLength(1);
  });

  it("open by any of their articles, and say when that is gone", async () => {
    const { service, held } = serviceOf(all);
    for (const article of ferryArticles) {
      const opened = await service.open(byArticle(article));
      expect(opened?.articles.map(({ id }) => id)).toEqual(ferryArticles.map(({ id }) => id));
    }
    held.library = libraryOf(otherArticles);
    expect(await service.open(byArticle(post!))).toBeNull();
    expect(await service.compare(byArticle(post!))).toBeNull();
    expect((await service.list({ search: "", from: 0 })).count).toBe(1);
  });

  it("open by the page of a tab, which stands among the others without being kept", async () => {
    const { service } = serviceOf([...others, ...otherArticles], [post!]);
    const opened = await service.open({ kind: "tab", tabId: 0 });
    expect(opened?.articles.map(({ id }) => id)).toEqual(ferryArticles.map(({ id }) => id));
    expect(opened?.articles.map(({ isPage }) => isPage)).toEqual([
      true,
      undefined,
      undefined,
      undefined,
    ]);
    const report = await service.compare({ kind: "tab", tabId: 0 });
    expect(report?.articles[0]?.isPage).toBe(true);
    expect(report?.disagreements[0]?.values[0]).toEqual({ text: "214", articles: [0, 1] });
    expect(await service.open({ kind: "tab", tabId: 7 })).toBeNull();
  });

  it("have a page once that is kept", async () => {
    const { service } = serviceOf(all, [{ ...post!, id: "read-anew" as ArticleId }]);
    const opened = await service.open({ kind: "tab", tabId: 0 });
    expect(opened?.articles.map(({ id }) => id)).toEqual(ferryArticles.map(({ id }) => id));
    expect(opened?.articles[0]?.isPage).toBe(true);
  });

  it("are one article where no other tells the same", async () => {
    const { service } = serviceOf(all);
    expect((await service.open(byArticle(otherArticles[2]!)))?.articles).toHaveLength(1);
  });

  it("are compared an article at a time, so that pages have their turn, and once", async () => {
    const { service, held } = serviceOf(all);
    const first = await service.compare(byArticle(post!));
    expect(held.rests).toBeGreaterThanOrEqual(2 * ferryArticles.length);
    const before = held.rests;
    expect(await service.compare(byArticle(others[0]!))).toBe(first);
    expect(held.rests).toBe(before);
  });
});

describe("the stories that outlive the background", () => {
  const none = { stories: [], library: "" };

  it("are those of the very same library", async () => {
    const { service, held } = serviceOf(all);
    await service.list({ search: "", from: 0 });
    const name = nameOfLibrary(held.library);
    const memory = { read: async () => held.memory, write: async () => undefined };
    const recalled = await recallStories(memory, libraryOf(all), name);
    expect(recalled?.map((story) => story.length).sort()).toEqual([2, 4]);
    expect(recalledStoryIndex(held.library, recalled!).stories).toEqual(
      createStoryIndex(held.library).stories,
    );
    for (const other of [all.slice(1), all.toReversed()]) {
      expect(nameOfLibrary(libraryOf(other))).not.toBe(name);
    }
  });

  it.each([
    ["nothing", undefined],
    ["of another library", { ...none, library: "another" }],
    ["a story of articles that are not there", { ...none, stories: [[0, 99]] }],
    [
      "an article in two stories",
      {
        ...none,
        stories: [
          [0, 1],
          [1, 2],
        ],
      },
    ],
    ["a story of one", { ...none, stories: [[0]] }],
    ["no stories at all", { library: "", stories: { length: 1 } }],
    ["numbers that are none", { ...none, stories: [["0", 1.5]] }],
  ])("are found anew where what is kept is %s", async (_, kept) => {
    const library = libraryOf(all);
    const memory = { read: async () => kept, write: async () => undefined };
    const name = kept?.library === "" ? "" : nameOfLibrary(library);
    expect(await recallStories(memory, library, name)).toBeNull();
  });

  it("are found beforehand, a little at a time, and once", async () => {
    const { service, held } = serviceOf(all);
    await service.prepare();
    expect(held.rests).toBeGreaterThan(2);
    expect(held.memory).toMatchObject({ library: nameOfLibrary(held.library) });
    const rests = held.rests;
    await service.prepare();
    expect(held.rests).toBe(rests);
    expect((await service.list({ search: "", from: 0 })).count).toBe(2);
  });

  it("leave the beginning of their list to the stories page, as long as the library is the same", async () => {
    const { service, held } = serviceOf(all);
    const list = await service.list({ search: "", from: 0 });
    expect(storyBeginning(held.memory, held.generation)).toEqual(list);
    expect(storyBeginning(held.memory, held.generation + 1)).toBeNull();
  });

  it("leave none where the generation of the library cannot be read", async () => {
    const { service, held, ports } = serviceOf(all);
    ports.generation = () => Promise.reject(new Error());
    await service.list({ search: "", from: 0 });
    expect(storyBeginning(held.memory, held.generation)).toBeNull();
  });

  it.each([
    undefined,
    null,
    "stories",
    { beginning: null },
    { beginning: { generation: 1 } },
    { beginning: { generation: 1, list: { stories: "many" } } },
  ])("have no beginning in %j", (kept) => {
    expect(storyBeginning(kept, 1)).toBeNull();
  });

  it("lead from a page as those that were found do", () => {
    const library = libraryOf([...others, ...otherArticles]);
    const found = createStoryIndex(library);
    const page = readArticle(post!);
    expect(recalledStoryIndex(library, found.stories).storyNear(page)).toEqual(
      found.storyNear(page),
    );
  });

  it("are found all the same where nothing can be kept", async () => {
    const { service, held } = serviceOf(all);
    Object.defineProperty(held, "memory", {
      get: () => Promise.reject(new Error()),
      set: () => {
        throw new Error("full");
      },
    });
    expect((await service.list({ search: "", from: 0 })).count).toBe(2);
  });
});

describe("a question about stories", () => {
  it.each([
    ["story/list", { search: "a".repeat(301), from: 0 }],
    ["story/list", { search: "ferry", from: -1 }],
    ["story/list", { search: "ferry" }],
    ["story/open", { kind: "article", id: "a".repeat(4_001) }],
    ["story/open", { kind: "tab", tabId: "7" }],
    ["story/compare", { kind: "page" }],
    ["story/compare", null],
  ] as const)("of another form is refused: %s %j", (name, request) => {
    expect(() => storyRequests[name](request)).toThrow();
  });
});
