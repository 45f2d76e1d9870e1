import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { IDBFactory } from "fake-indexeddb";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import "fake-indexeddb/auto";
import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { createReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../../src/corpora/searchedSegments.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import {
  type Article,
  type ArticleSource,
  leastDoubtful,
  type MatchReport,
  type ReferenceSource,
} from "../../../src/engine/model/index.ts";
import { exportArticles } from "../../../src/offscreen/imports/exportArticles.ts";
import { runImport } from "../../../src/offscreen/imports/runImport.ts";
import type { ArticleRecord } from "../../../src/platform/storage/articleRecord.ts";
import { takeExported } from "../../../src/platform/storage/exportedFile.ts";
import { enqueueImport, listImports } from "../../../src/platform/storage/importJobs.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout, listedIn } from "../../corpora/articles.ts";

const bundled: readonly Article[] = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8"));
const own: ArticleSource = { kind: "page", name: "shore.example" };
const mirror: ArticleSource = { kind: "page", name: "mirror.example" };
const feed: ArticleSource = { kind: "feed", name: "feeds.example" };

/** A browser profile, with a clock. */
function profile() {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: 1_000_000_000_000 };
  const storage = createStorage();
  const library = createReaderLibrary(storage, () => clock.now);
  const records = () => storage.read(["articles"], (all) => all.objectStore("articles").getAll());
  return {
    clock,
    library,
    records,
    async exported(format: "jsonl" | "ninjs") {
      const zip = await takeExported(storage, await exportArticles(storage, format));
      return new Uint8Array(await zip!.arrayBuffer());
    },
    /** Imports one file, and gives the job as it ends. */
    async import(name: string, bytes: Uint8Array<ArrayBuffer>) {
      await enqueueImport(storage, "job", [{ name, content: new Blob([bytes]) }], clock.now);
      const parseHtml = (html: string) => new JSDOM(html).window.document;
      const rest = async () => undefined;
      const readPdf = () => Promise.reject(new Error("no PDF here"));
      await runImport("job", { storage, parseHtml, readPdf, now: () => clock.now, rest });
      return (await listImports(storage))[0]!;
    },
    /** What bundled articles, as pages, have in common with the library. */
    async reports() {
      const { own: segments } = await createSearchedSegments(storage).current();
      const searched = createLibrary(segments);
      const options = { minScore: leastDoubtful };
      return bundled
        .slice(0, 3)
        .map((article) => matchPage(readArticle(article), searched, options));
    },
  };
}

type Profile = ReturnType<typeof profile>;

/** Articles of every origin, with texts that the reader and others brought later. */
async function fill({ library, clock }: Profile): Promise<void> {
  const add = async (article: Article, origin: "saved" | "import" | "feed" | "read") => {
    clock.now += 7_200_000;
    await library.add([article], origin);
  };
  const monthly = { value: "2018-12", precision: "month", basis: "stated" } as const;
  const timely = { value: "2016-07-18T22:55:08", precision: "second", basis: "inferred" } as const;
  const addresses = ["https://shore.example/quay", "https://amp.shore.example/quay"];
  const quay = anArticle("quay", {
    published: timely,
    urls: addresses,
    agencies: ["AP"],
    source: own,
  });
  await add(quay, "saved");
  for (const word of ["again", "oncemore"]) await add({ ...quay, body: bodyAbout(word) }, "saved");
  for (let times = 0; times < 7; times++) {
    await add(
      { ...quay, title: `Forged ${times}`, body: bodyAbout(`feed${times}`), source: feed },
      "feed",
    );
  }
  const pier = { published: monthly, byline: "The desk", relativeDatesCountFrom: "2018-12-03" };
  await add(anArticle("pier", { ...pier, source: mirror }), "read");
  await add(anArticle("pier", { ...pier, body: bodyAbout("later"), source: mirror }), "read");
  await add(
    anArticle("lock", { urls: [], body: "A < b, and <b>one</b> line.\nAnother.", source: mirror }),
    "import",
  );
  await add(anArticle("mole", { source: feed, outlet: { name: "", domain: null } }), "feed");
  for (const article of bundled) await add({ ...article, source: mirror }, "saved");
}

/** A record but for what a profile gives it anew: its place in an index, and the file it now comes from. */
function lasting({
  segment: _,
  exportedSource: __,
  bytes: ___,
  article,
  ...record
}: ArticleRecord) {
  return { ...record, article: withoutSource(article) };
}

function withoutSource<T extends { readonly source?: ReferenceSource }>({ source: _, ...rest }: T) {
  return rest;
}

function withoutSources(report: MatchReport) {
  const matches = report.matches.map((match) => ({
    ...match,
    references: match.references.map((its) => ({ ...its, article: withoutSource(its.article) })),
  }));
  return { ...report, matches };
}

function textOf(zip: Uint8Array): string {
  return Object.values(unzipSync(zip))
    .map((bytes) => strFromU8(bytes))
    .join("\n");
}

describe("an exported library", () => {
  it.each(["jsonl", "ninjs"] as const)(
    "brought to an empty profile as %s has the same articles, versions, origins, dates and matches",
    async (format) => {
      const before = profile();
      await fill(before);
      const records = await before.records();
      const reports = await before.reports();
      const zip = await before.exported(format);

      const after = profile();
      expect(await after.import("second-source.zip", zip)).toMatchObject({
        ...{ state: "done", added: records.length, changed: 0, known: 0, refusedCount: 0 },
      });
      const brought = await after.records();
      expect(brought.map(lasting)).toEqual(records.map(lasting));
      expect(brought.find(({ id }) => id === "shore-quay")?.versions.length).toBe(2 + 5);
      expect((await after.reports()).map(withoutSources)).toEqual(reports.map(withoutSources));
      expect(reports.flatMap(({ matches }) => matches).length).toBeGreaterThan(5);
      // Exported again it is the same to the letter.
      expect(textOf(await after.exported(format))).toBe(textOf(zip));
    },
  );

  it("brought to the library that it is of changes nothing, and brings an older text back beside a newer one", async () => {
    const world = profile();
    await fill(world);
    const zip = await world.exported("jsonl");
    const records = await world.records();
    expect(await world.import("a.zip", zip)).toMatchObject({ added: 0, changed: 0 });
    expect((await world.records()).map(lasting)).toEqual(records.map(lasting));
    world.clock.now += 7_200_000;
    await world.library.add(
      [anArticle("quay", { body: bodyAbout("newest"), source: own })],
      "saved",
    );
    await world.import("b.zip", zip);
    const quay = (await world.records()).find(({ id }) => id === "shore-quay");
    expect(quay?.article.body).toBe(bodyAbout("newest"));
    expect(quay?.versions.map(({ body }) => body)).toContain(bodyAbout("oncemore"));
    expect(quay?.versions.length).toBe(3 + 5);
  });

  it("with bad data of a version names that, and keeps the rest", async () => {
    const world = profile();
    await fill(world);
    const [line = ""] = strFromU8(unzipSync(await world.exported("jsonl"))["articles.jsonl"]!)
      .split("\n")
      .filter((its) => its.includes('"shore-quay"'));
    const record = JSON.parse(line);
    const [first, ...others] = record.kept.versions;
    const bad = [
      null,
      { ...first, body: 5 },
      { ...first, foundAt: "yesterday" },
      { ...first, origin: "me" },
    ];
    record.kept = { ...record.kept, addedAt: "never", versions: [...bad, ...others] };
    const after = profile();
    const job = await after.import("a.jsonl", strToU8(JSON.stringify(record)));
    expect(job).toMatchObject({ state: "done", added: 1, refusedCount: 5 });
    const told = job.refused.map(({ item, reason }) => `${item}: ${englishReason(reason)}`);
    expect(told).toEqual([
      "a.jsonl: line 1: version 1: this is not a JSON object",
      "a.jsonl: line 1: version 2: “body” is missing",
      "a.jsonl: line 1: version 3: “foundAt” is not a time",
      "a.jsonl: line 1: version 4: “origin” is not one of: saved, import, feed, read",
      "a.jsonl: line 1: “kept.addedAt” is not a time",
    ]);
    const [kept] = await after.records();
    expect(kept).toMatchObject({ origin: "saved", addedAt: after.clock.now });
    expect(kept?.versions.length).toBe(others.length);
  });

  it("cannot make a file's article look as if it came from its outlet", async () => {
    const world = profile();
    const article = anArticle("forged", { outlet: { name: "Reuters", domain: "reuters.com" } });
    const kept = {
      ...{
        origin: "saved",
        addedAt: "2020-01-01T00:00:00.000Z",
        foundAt: "2020-01-01T00:00:00.000Z",
      },
      ...{ source: { kind: "page", name: "www.reuters.com" }, versions: [] },
    };
    await world.import("gift.jsonl", strToU8(JSON.stringify({ ...article, kept })));
    expect(await listedIn(world.library)).toMatchObject([
      { outlet: "Reuters", source: { kind: "file", name: "gift.jsonl" } },
    ]);
    expect((await world.records())[0]).toMatchObject({ exportedSource: kept.source });
  });

  it("of before versions were exported still comes in", async () => {
    const world = profile();
    const lines = [anArticle("quay"), anArticle("pier")]
      .map((its) => JSON.stringify(its))
      .join("\n");
    const zip = zipSync({ "articles.jsonl": strToU8(lines) }) as Uint8Array<ArrayBuffer>;
    expect(await world.import("old.zip", zip)).toMatchObject({ added: 2, refusedCount: 0 });
    expect(await listedIn(world.library)).toMatchObject([
      { origin: "import" },
      { origin: "import" },
    ]);
  });

  it("has more lines for an article whose versions would make one too long", async () => {
    const before = profile();
    const long = (word: string) =>
      `${word} ${"was said on the quay by the council, ".repeat(13_000)}`;
    for (let times = 0; times < 6; times++) {
      before.clock.now += 1;
      await before.library.add([anArticle("quay", { body: long(`This${times}`) })], "saved");
    }
    const zip = await before.exported("jsonl");
    const lines = strFromU8(unzipSync(zip)["articles.jsonl"]!).trim().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(10_000_000);
    const records = await before.records();
    const after = profile();
    await after.import("a.zip", zip);
    expect((await after.records()).map(lasting)).toEqual(records.map(lasting));
  });

  it("is of the form that docs/schemas describes", async () => {
    const world = profile();
    await fill(world);
    const lines = strFromU8(unzipSync(await world.exported("jsonl"))["articles.jsonl"]!);
    const schema = JSON.parse(readFileSync("docs/schemas/library.schema.json", "utf8"));
    const isValid = new Ajv2020({ allErrors: true }).compile(schema);
    for (const line of lines.trim().split("\n")) {
      expect([isValid(JSON.parse(line)), isValid.errors]).toEqual([true, null]);
    }
  });
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
