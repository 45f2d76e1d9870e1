import { beforeEach, describe, expect, it } from "vitest";
import { createKeptPages, type KeptPages } from "../../../src/background/keeping/keptPages.ts";
import { visitMs } from "../../../src/background/keeping/readingMemory.ts";
import type { ReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { ReaderError } from "../../../src/messages/router.ts";
import { listedIn } from "../../corpora/articles.ts";
import { failWrite } from "../../corpora/failingStorage.ts";
import { keepingWorld, lighthouse, readArticle } from "./keepingWorld.ts";

const url = "https://coast.example/news/1";
const long = [...lighthouse, ...lighthouse.map((line) => `Later that day: ${line}`)].join("\n\n");
const cheaper = lighthouse[1]!.replace("4.2", "4.9");

let library: ReaderLibrary;
let clock: { now: number };
let onPage: unknown;
let reads: number;
let pages: KeptPages;

beforeEach(() => {
  ({ library, clock } = keepingWorld());
  onPage = readArticle();
  reads = 0;
  pages = createKeptPages(library, async () => {
    reads += 1;
    return onPage;
  });
});

const bodyAt = async () => (await library.at(url))?.article.body;

describe("saving an open page", () => {
  it("stores its article, once, and says so", async () => {
    expect(await pages.save(7, "article")).toBe("new");
    expect(await pages.save(7, "article")).toBe("known");
    expect(await pages.at(`${url}?utm_source=x#top`)).toMatchObject({
      origin: "saved",
      addedAt: clock.now,
    });
    expect((await listedIn(library)).length).toBe(1);
  });

  it("says where it was taken from: the page's own host", async () => {
    onPage = readArticle({ source: { kind: "page", name: "www.reuters.com" } });
    await pages.save(7, "article");
    expect((await library.at(url))?.article.source).toEqual({
      kind: "page",
      name: "coast.example",
    });
  });

  it("adds no excerpt to what stands at an address with another parameter", async () => {
    await pages.save(7, "article");
    const body = "Quite another text stands on the second page, of herring and of nets.";
    onPage = readArticle({ body, urls: [`${url}?s=2`] });
    expect(await pages.save(7, "selection")).toBe("new");
    expect(await bodyAt()).toBe(lighthouse.join("\n\n"));
    expect((await library.at(`${url}?s=2`))?.article.body).toBe(body);
  });

  it("says so when the disk is full, and keeps what was there", async () => {
    await pages.save(7, "article");
    onPage = readArticle({ body: lighthouse.join("\n\n").replace("4.2", "4.9") });
    const failing = failWrite(1);
    expect(await pages.save(7, "article")).toBe("storageFull");
    failing.undo();
    expect(await bodyAt()).toContain("4.2 million");
  });

  it("takes the place of what was read of it, whose text is taken another way, and not of what has changed", async () => {
    await library.add([readArticle({ body: `By our reporter\n\n${long}` })], "read");
    onPage = readArticle({ body: long });
    expect(await pages.save(7, "article")).toBe("changed");
    expect(await library.at(url)).toMatchObject({ origin: "saved", versions: [] });
    onPage = readArticle({ body: long.replace("4.2", "4.9") });
    expect(await pages.save(7, "article")).toBe("changed");
    expect((await library.at(url))?.versions).toHaveLength(1);
  });

  it("says where no article was found, or the browser did not let us look", async () => {
    onPage = readArticle({ body: "" });
    expect(await pages.save(7, "article")).toBe("empty");
    onPage = null;
    await expect(pages.save(7, "article")).rejects.toThrow(ReaderError);
  });

  it.each([
    ["no article", { hello: 1 }],
    ["an address that is a script", readArticle({ urls: ["javascript:alert(1)"] })],
    ["a body beyond all bounds", readArticle({ body: "x".repeat(4_000_001) })],
  ])("does not believe a page's script that gives %s", async (_, given) => {
    onPage = given;
    await expect(pages.save(7, "article")).rejects.toThrow(ReaderError);
    expect(await listedIn(library)).toEqual([]);
  });

  it("gives the article an id of its own, whatever the page says", async () => {
    onPage = readArticle({ id: "bundled-1" as never });
    await pages.save(7, "article");
    expect((await listedIn(library))[0]?.id).not.toBe("bundled-1");
  });

  it("adds one excerpt to the other, and each once", async () => {
    onPage = readArticle({ body: lighthouse[0]! });
    expect(await pages.save(7, "selection")).toBe("new");
    expect(await pages.save(7, "selection")).toBe("known");
    onPage = readArticle({ body: [lighthouse[0], lighthouse[2]].join("\n\n") });
    expect(await pages.save(7, "selection")).toBe("changed");
    expect(await bodyAt()).toBe([lighthouse[0], lighthouse[2]].join("\n\n"));
  });

  it("loses nothing of a saved article for an excerpt of it", async () => {
    await pages.save(7, "article");
    onPage = readArticle({ body: lighthouse[1]! });
    expect(await pages.save(7, "selection")).toBe("known");
    expect(await bodyAt()).toBe(lighthouse.join("\n\n"));
  });
});

describe("what changed since a page was kept", () => {
  it("is told of a saved one, sentence by sentence, by reading the page again", async () => {
    await pages.save(7, "article");
    const since = clock.now;
    clock.now += 5_000;
    expect(await pages.changes(7, url)).toEqual({ since, changes: [] });
    onPage = readArticle({ body: [lighthouse[0], cheaper, lighthouse[2]].join("\n\n") });
    expect(await pages.changes(7, url)).toEqual({
      since,
      changes: [{ kind: "changed", before: lighthouse[1], now: cheaper }],
    });
    expect(await bodyAt()).toBe(lighthouse.join("\n\n"));
  });

  it("counts the title, too", async () => {
    await pages.save(7, "article");
    onPage = readArticle({ title: "Lighthouse reopens after all" });
    expect((await pages.changes(7, url))?.changes).toMatchObject([{ kind: "changed" }]);
  });

  it("is told of a read one by what was read on an earlier visit, without reading it again", async () => {
    await library.add([readArticle()], "read");
    const since = clock.now;
    clock.now += visitMs;
    const body = [lighthouse[0], cheaper, lighthouse[2]].join("\n\n");
    await library.add([readArticle({ body })], "read");
    expect(await pages.changes(7, url)).toEqual({
      since,
      changes: [{ kind: "changed", before: lighthouse[1], now: cheaper }],
    });
    expect(reads).toBe(0);
  });

  it("is not asked of what is not kept, or is only a feed's", async () => {
    expect(await pages.changes(7, url)).toBeNull();
    await library.add([readArticle()], "feed");
    expect(await pages.changes(7, url)).toBeNull();
    expect(reads).toBe(0);
  });
});
