import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./captureOutput.ts";
import { expectValid, schema } from "./schemas.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-corpus-"));
const inFolder = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync("tests/fixtures/cli/page.html", "utf8");
const records = readFileSync("tests/fixtures/cli/corpus.jsonl", "utf8");
const sentences = (about: string) =>
  Array.from(
    { length: 4 },
    (_, i) => `The ${about} office said on Monday that its ${about} number ${i} stays open.`,
  );

const ninjs = {
  uri: "https://agency.example/ferry",
  type: "text",
  versioncreated: "2019-03-06T10:00:00Z",
  headline: "Ferry stays",
  body_xhtml: sentences("ferry")
    .map((sentence) => `<p>${sentence}</p>`)
    .join(""),
  source: "The Agency",
};
const news = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Canal stays",
  articleBody: sentences("canal").join("\n\n"),
  datePublished: "2019-03-07",
  url: "https://daily.example/canal",
  publisher: { "@type": "Organization", name: "The Daily" },
};
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Weekly</title>
<link>https://weekly.example/</link><item><title>Bridge stays</title><link>https://weekly.example/bridge</link>
<description>&lt;p&gt;${sentences("bridge").join(" ")}&lt;/p&gt;</description></item></channel></rss>`;
const text = `Museum stays\n\n${sentences("museum").join("\n\n")}\n`;
const zip = zipSync({
  "inner/museum.txt": strToU8(text),
  "inner/articles.json": strToU8(
    JSON.stringify([
      { file: "museum.txt", outlet: { name: "The Monthly" }, title: "Museum stays" },
    ]),
  ),
  "inner/broken.json": strToU8("{"),
});

/** A folder with every format, and some that cannot be used. */
function shelf(): string {
  const place = inFolder("shelf");
  mkdirSync(path.join(place, "deeper/page_files"), { recursive: true });
  const files: Record<string, string | Uint8Array> = {
    "articles.json": JSON.stringify([{ file: "page.html", outlet: { name: "Named Beside" } }]),
    "page.html": page,
    "records.jsonl": `${records.trimEnd()}\n{"title":"T"}\nnot json\n`,
    "deeper/ninjs.json": JSON.stringify(ninjs),
    "deeper/news.json": JSON.stringify({ "@graph": [{ "@type": "WebPage" }, news] }),
    "deeper/feed.xml": feed,
    "deeper/all.zip": zip,
    "deeper/picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    "deeper/.hidden.txt": text,
    "deeper/page_files/notice.txt": text,
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(place, name), content);
  return place;
}

describe("corpus build", async () => {
  const place = shelf();
  const pack = inFolder("shelf.pack");
  const built = await run([
    ...["corpus", "build", "--out", pack, "--name", "The shelf", "--publisher", "A reader"],
    ...["--licence", "CC0-1.0", "--date", "2019-04-01", "--pack-version", "3", place],
  ]);
  const exported = await run(["corpus", "export", pack]);
  const articles = exported.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

  test("takes articles out of every format, and says of them what the files say", () => {
    const found = Object.fromEntries(
      articles.map(({ title, outlet, urls }) => [title, [outlet.name, urls[0] ?? null]]),
    );
    expect(found).toMatchObject({
      "Lighthouse opens again after eleven months": ["Named Beside", expect.anything()],
      "Ferry stays": ["The Agency", "https://agency.example/ferry"],
      "Canal stays": ["The Daily", "https://daily.example/canal"],
      "Bridge stays": ["The Weekly", "https://weekly.example/bridge"],
      "Museum stays": ["The Monthly", null],
    });
    expect(articles.find(({ title }) => title === "Ferry stays").body.split("\n\n")).toHaveLength(
      4,
    );
  });

  test("names each refused item in one line with the reason, does the others, and ends with 1", () => {
    expect(built.exitCode).toBe(1);
    expect(built.problems).toEqual([
      expect.stringMatching(/all\.zip\/inner\/broken\.json: this is not JSON/),
      expect.stringMatching(/picture\.png: this file is neither text nor HTML/),
      expect.stringMatching(/records\.jsonl: line \d+: “body” is missing/),
      expect.stringMatching(/records\.jsonl: line \d+: this is not JSON/),
    ]);
    expectValid(schema("pack"), JSON.parse(built.out));
    expect(JSON.parse(built.out)).toMatchObject({ articles: articles.length, refused: 4 });
  });

  test("names what an article was kept without, at most a hundred times, and ends with 0", async () => {
    const undated = inFolder("undated.jsonl");
    const record = (at: number) => ({
      ...{ title: `T ${at}`, url: `https://daily.example/${at}`, outlet: "The Daily" },
      ...{ date: `day ${at}\n`, body: sentences(`undated${at}`).join("\n\n") },
    });
    const records = Array.from({ length: 103 }, (_, at) => JSON.stringify(record(at)));
    writeFileSync(undated, records.join("\n"));
    const out = inFolder("undated.pack");
    const {
      exitCode,
      problems,
      out: summary,
    } = await run([...["corpus", "build", "--words-only", "--out", out, undated]]);
    expect(exitCode).toBe(0);
    expect(problems).toHaveLength(101);
    expect(problems[0]).toMatch(
      /undated\.jsonl: line 1: kept, but its date could not be read: day 0$/,
    );
    expect(problems[100]).toBe("3 more values could not be read; their articles were kept");
    expectValid(schema("pack"), JSON.parse(summary));
    expect(JSON.parse(summary)).toMatchObject({ articles: 103, refused: 0, incomplete: 103 });
    const exported = await run(["corpus", "export", undated]);
    expect(exported.problems).toEqual(problems);
  });

  test("leaves nothing beside the pack, and gives the same bytes again", async () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    const again = inFolder("again.pack");
    await run(["corpus", "build", "--out", again, "--name", "x", "--date", "2019-04-01", pack]);
    const twice = inFolder("twice.pack");
    await run(["corpus", "build", "--out", twice, "--name", "x", "--date", "2019-04-01", pack]);
    expect(readFileSync(again)).toEqual(readFileSync(twice));
  });

  test("info prints the manifest and what the pack holds", async () => {
    const { exitCode, out } = await run(["corpus", "info", pack]);
    expect(exitCode).toBe(0);
    const info = JSON.parse(out);
    expectValid(schema("pack"), info);
    expect(info).toMatchObject({
      ...{ schema: 1, name: "The shelf", publisher: "A reader", licence: "CC0-1.0" },
      ...{ date: "2019-04-01", version: "3", articles: articles.length },
    });
    expect((await run(["corpus", "info", "--format", "text", pack])).out).toContain(
      "The shelf, version 3",
    );
  });

  test("match and retrieve take the pack as they take what it was made from", async () => {
    const records = inFolder("same.jsonl");
    writeFileSync(records, exported.out);
    const matched = async (corpus: string) =>
      (await run(["match", "--format", "json", "--corpus", corpus, "assets/demo/index.html"])).out;
    expect(await matched(pack)).toBe(await matched(records));
    const queries = inFolder("queries.jsonl");
    writeFileSync(queries, JSON.stringify({ id: "q", text: sentences("canal")[1] }));
    const { out } = await run(["retrieve", "--corpus", pack, "--queries", queries, "--top", "1"]);
    const canal = articles.find(({ title }) => title === "Canal stays");
    expect(JSON.parse(out).hits[0].articleId).toBe(canal.id);
  });

  test("ninjs comes back as the same articles", async () => {
    const file = inFolder("exported.json");
    writeFileSync(file, (await run(["corpus", "export", "--format", "ninjs", pack])).out);
    const back = await run(["corpus", "export", file]);
    const told = (lines: string) =>
      lines
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
        .map(({ id, title, body, outlet, urls }) => ({
          id,
          title,
          body,
          outlet: outlet.name,
          urls,
        }));
    expect(back.problems).toEqual([]);
    expect(told(back.out)).toEqual(told(exported.out));
  });

  test("merge joins packs, each article once", async () => {
    const other = inFolder("other.pack");
    const merged = inFolder("merged.pack");
    writeFileSync(inFolder("museum.txt"), text.replaceAll("museum", "library"));
    await run([
      "corpus",
      "build",
      "--out",
      other,
      inFolder("museum.txt"),
      path.join(place, "page.html"),
    ]);
    const { exitCode, out } = await run(["corpus", "merge", "--out", merged, pack, other]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ articles: articles.length + 1, repeated: 1 });
  });

  test("writes no pack when there is no article, and leaves the one that was there", async () => {
    const before = readFileSync(pack);
    const { exitCode, problems } = await run([
      "corpus",
      "build",
      "--out",
      pack,
      inFolder("absent"),
    ]);
    expect(exitCode).toBe(1);
    expect(problems[0]).toMatch(/absent: there is no such file; check the path/);
    expect(readFileSync(pack)).toEqual(before);
  });

  test.each([
    ["without --out", ["corpus", "build", place]],
    ["without inputs", ["corpus", "build", "--out", "x.pack"]],
    ["of a day that is none", ["corpus", "build", "--out", "x.pack", "--date", "May", place]],
    ["of an unknown format", ["corpus", "export", "--format", "xml", pack]],
  ])("%s is wrong usage", async (_, args) => {
    expect((await run(args)).exitCode).toBe(2);
  });

  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ["a flipped bit in its records", (bytes) => flipped(bytes, bytes.length - 30), /checksum/],
    ["a flipped bit in its manifest", (bytes) => flipped(bytes, 100), /checksum/],
    ["its end missing", (bytes) => bytes.subarray(0, bytes.length - 9), /checksum/],
    [
      "nothing but its first line",
      (bytes) => bytes.subarray(0, 21),
      /is cut off in its first three lines/,
    ],
    [
      "a later version",
      (bytes) => Buffer.from(bytes.toString("latin1").replace("pack 1", "pack 2"), "latin1"),
      /version 2, and this program reads only version 1/,
    ],
  ])("a pack with %s is refused with one line", async (_, damage, message) => {
    const damaged = inFolder("damaged.pack");
    writeFileSync(damaged, damage(readFileSync(pack)));
    for (const args of [
      ["corpus", "info", damaged],
      ["corpus", "export", damaged],
      ["match", "--corpus", damaged, "assets/demo/index.html"],
    ]) {
      const { exitCode, problems, out } = await run(args);
      expect({ exitCode, lines: problems.length, out }).toEqual({ exitCode: 1, lines: 1, out: "" });
      expect(problems[0]).toMatch(message);
    }
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 0x04;
  return changed;
}
