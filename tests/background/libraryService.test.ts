import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { BundledSources } from "../../src/background/bundledSegment.ts";
import { createLibraryService } from "../../src/background/libraryService.ts";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import type { Article, MatchReport } from "../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";
import type { PageText } from "../../src/messages/protocol.ts";
import { createSegmentStore, type SegmentStore } from "../../src/platform/storage/segmentStore.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout } from "../corpora/articles.ts";

beforeAll(() => {
  globalThis.indexedDB = new IDBFactory();
});

const records = readFileSync("assets/corpus/articles.json", "utf8");
const whole = segmentOfArticles(JSON.parse(records) as Article[]);

const page: PageText = {
  url: "https://outlet.example/talks",
  title: "Talks end",
  body: "The two countries have a “common will to clear Syrian territories of all terrorist groups,” Turkish Foreign Minister Mevlut Cavusoglu said.",
  outlet: { name: "Outlet", domain: "outlet.example" },
  published: { value: "2018-12-30", precision: "day", basis: "stated" },
  language: "en",
  scope: "article",
};

function flipped(at: number): Uint8Array {
  const bytes = whole.slice();
  bytes[at] ^= 0x10;
  return bytes;
}

/** A service over the given bytes; `idle` runs what waits for idle time. */
function serviceOver(bytes: () => Promise<Uint8Array>, changes: Partial<BundledSources> = {}) {
  const waiting: (() => void)[] = [];
  const sources: BundledSources = {
    version: "1.0.0",
    readBytes: bytes,
    readArticles: vi.fn(async () => records),
    store: createSegmentStore(createStorage()),
    ...changes,
  };
  const service = createLibraryService(sources, createSearchedSegments(createStorage()), (task) =>
    waiting.push(task),
  );
  const idle = () => {
    for (const task of waiting.splice(0)) task();
  };
  return { service, sources, idle };
}

async function outletsFound(service: ReturnType<typeof createLibraryService>): Promise<string[]> {
  return outletsIn((await service.match(page)).all);
}

function outletsIn({ matches }: MatchReport): string[] {
  return matches.flatMap(({ references }) => references.map(({ article }) => article.outlet));
}

describe("the library service", () => {
  beforeEach(async () => {
    await createSegmentStore(createStorage()).remove("bundled");
  });

  it("matches a page against the bundled articles, without a problem to report", async () => {
    const { service, sources } = serviceOver(async () => whole.slice());
    expect(await outletsFound(service)).toContain("The Moscow Times");
    expect(await service.status()).toEqual({ articles: 5, outlets: 5, problems: [] });
    expect(sources.readArticles).not.toHaveBeenCalled();
  });

  it("says what public corpora alone have, whatever articles the reader keeps", async () => {
    const alone = await serviceOver(async () => whole.slice()).service.matchPublic(page);
    expect(alone.hasPrivate).toBe(false);
    const own = createReaderLibrary(createStorage(), () => 0);
    const sentence = page.body.replace("a “common", "again a “common");
    await own.add([anArticle("pier", { body: `${sentence}\n\n${bodyAbout("pier")}` })], "saved");
    try {
      const { service } = serviceOver(async () => whole.slice());
      const first = await service.matchPublic(page);
      expect(first).toEqual({ report: alone.report, hasPrivate: true });
      const { all, publicOnly, passages } = await service.match(page);
      expect(outletsIn(all)).toContain("The Northern Shore");
      expect(publicOnly).toEqual(alone.report);
      expect(passages).toHaveLength(alone.report.page.passageCount);
      expect(await service.match(page), "where the first answer is forgotten").toEqual({
        ...{ all, publicOnly, passages },
      });
    } finally {
      await own.removeEverything();
    }
  });

  it("matches otherwise than by words where it is asked to, and leaves to the page what words found", async () => {
    const { service } = serviceOver(async () => whole.slice());
    const byWords = await service.matchPublic(page);
    const given: unknown[] = [];
    const empty = { ...byWords.report, matches: [] };
    const found = await service.match(page, async (reading, library) => {
      given.push(reading, library.articleCount);
      return empty;
    });
    expect(found).toMatchObject({ all: empty, publicOnly: byWords.report });
    expect(given).toEqual([await service.read(page), 5]);
  });

  it("answers what the page may see before anything private is read", async () => {
    const sources: BundledSources = {
      ...{
        version: "1.0.0",
        readBytes: async () => whole.slice(),
        readArticles: async () => records,
      },
      store: createSegmentStore(createStorage()),
    };
    const stored = {
      current: () => new Promise<never>(() => undefined),
      currentPublic: async () => ({ packs: [], hasOwn: true }),
      generation: async () => 0,
    };
    const service = createLibraryService(sources, stored, () => undefined);
    const { report, hasPrivate } = await service.matchPublic(page);
    expect(hasPrivate).toBe(true);
    expect(outletsIn(report)).toContain("The Moscow Times");
  });

  it.each([
    ["truncated", async () => whole.slice(0, whole.length >> 1)],
    ["empty", async () => new Uint8Array()],
    ["of another format", async () => flipped(0)],
    ["missing", () => Promise.reject(new Error("404"))],
  ])(
    "sets a segment aside that is %s, says so, and matches with a rebuilt one",
    async (_, bytes) => {
      const { service } = serviceOver(bytes);
      expect(await outletsFound(service)).toContain("The Moscow Times");
      const { problems } = await service.status();
      expect(problems).toHaveLength(1);
      expect(problems[0]?.code).toBe("bundledRebuilt");
    },
  );

  it("finds a flipped bit in idle time, and goes on with a rebuilt segment", async () => {
    const { service, sources, idle } = serviceOver(async () => flipped(whole.length - 40));
    await service.match(page);
    expect((await service.status()).problems).toEqual([]);
    idle();
    expect((await service.status()).problems).toHaveLength(1);
    expect(await outletsFound(service)).toContain("The Moscow Times");
    expect(sources.readArticles).toHaveBeenCalledTimes(1);
  });

  it("uses at the next start the segment that was rebuilt at this one", async () => {
    const damaged = async () => new Uint8Array(4);
    await serviceOver(damaged).service.match(page);
    const next = serviceOver(damaged);
    expect(await outletsFound(next.service)).toContain("The Moscow Times");
    expect(next.sources.readArticles).not.toHaveBeenCalled();
  });

  it("rebuilds anew when the extension has another version", async () => {
    const damaged = async () => new Uint8Array(4);
    await serviceOver(damaged).service.match(page);
    const next = serviceOver(damaged, { version: "1.0.1" });
    await next.service.match(page);
    expect(next.sources.readArticles).toHaveBeenCalledTimes(1);
  });

  it("matches even when the rebuilt segment cannot be stored", async () => {
    const full: SegmentStore = {
      read: () => Promise.reject(new Error("no database")),
      write: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      remove: async () => undefined,
    };
    const { service } = serviceOver(async () => new Uint8Array(4), { store: full });
    expect(await outletsFound(service)).toContain("The Moscow Times");
  });

  it("says so when the articles are damaged too, and tries again the next time", async () => {
    const readArticles = vi
      .fn<() => Promise<string>>()
      .mockResolvedValueOnce("{")
      .mockResolvedValue(records);
    const { service } = serviceOver(async () => new Uint8Array(4), { readArticles });
    await expect(service.match(page)).rejects.toThrow("bundledUnreadable");
    expect(await outletsFound(service)).toContain("The Moscow Times");
  });
});
