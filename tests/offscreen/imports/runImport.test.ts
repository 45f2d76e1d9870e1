import { IDBFactory } from "fake-indexeddb";
import { strToU8, zipSync } from "fflate";
import "fake-indexeddb/auto";
import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, it } from "vitest";
import { listPacks } from "../../../src/corpora/packs.ts";
import { createReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { readPdf } from "../../../src/ingest/pdf/readPdf.ts";
import { exportArticles } from "../../../src/offscreen/imports/exportArticles.ts";
import { runImport } from "../../../src/offscreen/imports/runImport.ts";
import {
  beginImport,
  cancelImport,
  enqueueImport,
  listImports,
  retryImport,
  skipImportFile,
} from "../../../src/platform/storage/importJobs.ts";
import { createStorage, type Storage } from "../../../src/platform/storage/transaction.ts";
import { anArticle, listedIn } from "../../corpora/articles.ts";
import { failWrite } from "../../corpora/failingStorage.ts";
import { packOf, recordLine } from "../../ingest/pack/packOf.ts";
import { wordOrPdf } from "../../support/pdfFixtures.ts";
import { readPdfium } from "../../support/projectPdf.ts";

const tools = {
  parseHtml: (html: string) => new JSDOM(html).window.document,
  readPdf: async (file: Blob) =>
    readPdf(await readPdfium(), new Uint8Array(await file.arrayBuffer())),
  now: () => 1_000,
  rest: async () => undefined,
};
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify(anArticle(`n${i}`))).join("\n");

function world() {
  const storage = createStorage();
  const library = createReaderLibrary(storage, () => 1_000);
  const begin = (files: Record<string, string | Uint8Array>) =>
    enqueueImport(
      storage,
      "job",
      Object.entries(files).map(([name, content]) => ({
        name,
        content: new Blob([content as BlobPart]),
      })),
      1_000,
    );
  const job = async () => (await listImports(storage))[0];
  return { storage, library, begin, job, run: () => runImport("job", { ...tools, storage }) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("an import", () => {
  it("adds what its files hold, lists what it refuses, and keeps nothing of the files", async () => {
    const { storage, library, begin, job, run } = world();
    await begin({
      "a.jsonl": `${lines(45)}\nnot json\n`,
      "folder/articles.json": JSON.stringify([
        { file: "page.txt", outlet: { name: "Beside" }, title: "The title" },
      ]),
      "folder/page.txt": `The title\n\n${"The minister said on Monday that it stays open. ".repeat(5)}`,
      "all.zip": zipSync({ "bad.json": strToU8("{"), "same.jsonl": strToU8(lines(3)) }),
      "shore.pack": packOf([recordLine()]),
      "broken.pack": packOf([recordLine()], { articles: 9 }),
    });
    await run();
    expect(await job()).toMatchObject({
      ...{ state: "done", added: 47, known: 3, refusedCount: 3 },
      refused: [
        { item: "a.jsonl: line 46" },
        { item: "all.zip/bad.json" },
        { item: "broken.pack", reason: { key: "refusedPackDamaged" } },
      ],
    });
    expect((await library.totals()).articles).toBe(46);
    expect((await listedIn(library)).slice(0, 1)).toMatchObject([{ origin: "import" }]);
    expect(await listPacks(storage)).toMatchObject([{ name: "Shore" }]);
    expect(
      await storage.read(["importFiles"], (all) => all.objectStore("importFiles").count()),
    ).toBe(0);
  });

  it("adds Word and PDF files with what a list says of them, and names those that it refuses", async () => {
    const { library, begin, job, run } = world();
    const listed = [{ file: "single.pdf", outlet: { name: "Beside" }, title: "The title" }];
    await begin({
      "articles.json": JSON.stringify(listed),
      "single.pdf": wordOrPdf("single.pdf"),
      "manuscript.docx": wordOrPdf("manuscript.docx"),
      "scanned.pdf": wordOrPdf("scanned.pdf"),
      "encrypted.pdf": wordOrPdf("encrypted.pdf"),
      "cut.pdf": wordOrPdf("columns.pdf").subarray(0, 700),
      "after.jsonl": lines(1),
    });
    await run();
    expect(await job()).toMatchObject({
      ...{ state: "done", added: 3, refusedCount: 3 },
      refused: [
        { item: "scanned.pdf", reason: { key: "refusedScan" } },
        { item: "encrypted.pdf", reason: { key: "refusedPassword" } },
        { item: "cut.pdf", reason: { key: "refusedPdf" } },
      ],
    });
    expect((await listedIn(library)).map(({ title }) => title)).toContain("The title");
  });

  it("goes on where it was, whenever it ended, and does nothing twice", async () => {
    const { storage, library, begin, job, run } = world();
    await begin({ "a.jsonl": lines(50), "b.jsonl": `${lines(55)}\n{}` });
    for (let nth = 1; (await job())?.state !== "done"; nth += 5) {
      const failing = failWrite(nth);
      await run().catch(() => undefined);
      failing.undo();
      const found = await job();
      expect((await library.totals()).articles).toBe(found?.added);
      await retryImport(storage, "job");
    }
    expect(await job()).toMatchObject({ added: 55, known: 50, refusedCount: 1 });
  });

  it("lists what it kept articles without, the first 500 of it, and counts the rest", async () => {
    const { library, begin, job, run } = world();
    const undated = Array.from({ length: 503 }, (_, i) =>
      JSON.stringify({ ...anArticle(`u${i}`), published: `day ${i}` }),
    );
    await begin({ "a.jsonl": undated.join("\n"), "b.jsonl": lines(2) });
    await run();
    const done = await job();
    expect(done).toMatchObject({ state: "done", added: 505, refusedCount: 0, omittedCount: 503 });
    expect(done?.omitted).toHaveLength(500);
    expect(done?.omitted?.[0]).toEqual({ item: "a.jsonl: line 1", kind: "date", value: "day 0" });
    expect((await library.totals()).articles).toBe(505);
  });

  it("on a disk that is full to the last byte says so, and goes on when there is room", async () => {
    const { library, begin, job, run } = world();
    await begin({ "a.jsonl": lines(30) });
    const failing = failWrite(1, Number.POSITIVE_INFINITY);
    expect(await run()).toBe("storageFull");
    failing.undo();
    expect(await job()).toMatchObject({ state: "running", added: 0 });
    expect(await run()).toBeNull();
    expect((await library.totals()).articles).toBe(30);
  });

  it("that was begun twice and stored nothing waits, and goes on without the file if the reader says so", async () => {
    const { storage, begin, job, run } = world();
    await begin({ "bad.jsonl": lines(5), "good.jsonl": lines(30) });
    await dieTwice(storage);
    await run();
    expect(await job()).toMatchObject({ state: "waiting", added: 0, fileAt: 0 });
    await skipImportFile(storage, "job");
    await run();
    expect(await job()).toMatchObject({
      ...{ state: "done", added: 30, refusedCount: 1 },
      refused: [{ item: "bad.jsonl", reason: { key: "refusedSkipped" } }],
    });
  });

  it("that waits can be tried again, and waits again after one more vain start", async () => {
    const { storage, begin, job, run } = world();
    await begin({ "bad.jsonl": lines(5) });
    await dieTwice(storage);
    await run();
    await retryImport(storage, "job");
    await beginImport(storage, "job");
    await run();
    expect(await job()).toMatchObject({ state: "waiting" });
    await retryImport(storage, "job");
    await run();
    expect(await job()).toMatchObject({ state: "done", added: 5 });
  });

  it("that waits can be ended", async () => {
    const { storage, begin, job, run } = world();
    await begin({ "bad.jsonl": lines(5) });
    await dieTwice(storage);
    await run();
    await cancelImport(storage, "job");
    expect(await job()).toMatchObject({ state: "cancelled" });
  });

  it("counts no starts that got further: closing the browser during a long import is no fault", async () => {
    const { begin, job, run } = world();
    await begin({ "a.jsonl": lines(100) });
    while ((await job())?.state === "running") {
      // One batch is stored, and then nothing, not even that it failed.
      const failing = failWrite(40, Number.POSITIVE_INFINITY);
      await run().catch(() => undefined);
      failing.undo();
    }
    expect(await job()).toMatchObject({ state: "done", added: 100 });
  });

  it("ends when the reader ends it, and keeps what it had added", async () => {
    const { storage, library, begin, job, run } = world();
    await begin({ "a.jsonl": lines(30) });
    await cancelImport(storage, "job");
    await run();
    expect(await job()).toMatchObject({ state: "cancelled", added: 0 });
    expect((await library.totals()).articles).toBe(0);
  });

  it("rests between its steps, so that an export is made while it runs", async () => {
    const { storage, library, begin, job } = world();
    await library.add([anArticle("before")], "saved");
    await begin({ "a.jsonl": lines(400) });
    const during: unknown[] = [];
    const rest = async () => {
      if (during.length > 0) return;
      during.push(await exportArticles(storage, "jsonl"), (await job())?.state);
    };
    await runImport("job", { ...tools, storage, rest });
    expect(during).toEqual(["export", "running"]);
    expect(await job()).toMatchObject({ state: "done", added: 400 });
  });

  it("stops with the reason at the reader's limit, and goes on when it is tried again with more room", async () => {
    const { storage, library, begin, job, run } = world();
    await library.setLimits({ mostBytes: 60_000, readDays: null });
    await begin({ "a.jsonl": lines(100) });
    await run();
    expect(await job()).toMatchObject({ state: "failed", problem: "libraryFull" });
    await library.setLimits({ mostBytes: 10_000_000, readDays: null });
    await retryImport(storage, "job");
    await run();
    expect(await job()).toMatchObject({ state: "done", added: 100 });
    expect(await job()).not.toHaveProperty("problem");
  });
});

/** Begins it twice, as if what it runs in had died each time. */
async function dieTwice(storage: Storage): Promise<void> {
  await beginImport(storage, "job");
  await beginImport(storage, "job");
}
