import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIndexCache, indexKey } from "../../src/cli/corpus/indexCache.ts";
import { run, runWith, usualParts } from "./captureOutput.ts";
import { expectValid, objectsIn, schema } from "./schemas.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const corpus = "tests/fixtures/cli/corpus.jsonl";
const pages = path.join(folder, "pages");
const cacheFolder = path.join(folder, "cache");
const page = readFileSync("tests/fixtures/cli/page.html", "utf8");
const parts = {
  ...usualParts,
  loadEncoder: () => Promise.reject(new Error("not asked for")),
  indexCache: createIndexCache(cacheFolder),
};

beforeAll(() => {
  mkdirSync(path.join(pages, "deeper", "page_files"), { recursive: true });
  for (const name of ["a.html", "b.htm", "deeper/c.html"]) {
    writeFileSync(path.join(pages, name), page);
  }
  writeFileSync(path.join(pages, "deeper", "page_files", "frame.html"), page);
  writeFileSync(path.join(pages, "notes.odt"), "no page");
});

/** The names of the pages that lines of JSON are of. */
function filesIn(out: string): readonly string[] {
  return objectsIn(out).map(({ file }) => path.relative(pages, String(file)));
}

const all = ["a.html", "b.htm", "deeper/c.html"];

describe("match takes many pages:", () => {
  it.each([
    ["files, in the order given", ["b.htm", "a.html", "b.htm"], ["b.htm", "a.html"]],
    ["a folder, to its bottom", [""], all],
    ["a pattern", ["**/*.html"], ["a.html", "deeper/c.html"]],
    ["all of them", ["deeper", "*.htm"], ["deeper/c.html", "b.htm"]],
  ])("%s", async (_, inputs, files) => {
    const named = inputs.map((input) => path.join(pages, input));
    const args = ["match", "--corpus", corpus, "--format", "jsonl", ...named];
    const { exitCode, out, problems } = await run(args);
    expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
    expect(filesIn(out)).toEqual(files);
    for (const report of objectsIn(out)) {
      expectValid(schema("match"), report);
      expect(report.matches).toHaveLength(1);
    }
  });

  it("as one list of JSON, and for people under the name of each", async () => {
    const args = ["match", "--corpus", corpus];
    const json = JSON.parse((await run([...args, "--format", "json", pages])).out);
    expect(json.map(({ file }: { file: string }) => path.relative(pages, file))).toEqual(all);
    const { out } = await run([...args, pages]);
    expect(out.match(/^── .*/gm)).toEqual(all.map((file) => `── ${path.join(pages, file)}`));
    const w3c = [...args, "--format", "w3c", path.join(pages, "a.html"), path.join(pages, "b.htm")];
    expect(JSON.parse((await run(w3c)).out)).toHaveLength(2);
  });

  it("those that cannot be used are named, and the others are matched", async () => {
    const broken = path.join(folder, "broken.html");
    writeFileSync(broken, "");
    const args = ["match", "--corpus", corpus, "--format", "jsonl", broken, pages];
    const { exitCode, out, problems } = await run(args);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [expect.stringMatching(/broken\.html: this file is empty/)],
    });
    expect(filesIn(out)).toEqual(all);
  });

  it.each([
    ["https://coast.example/news/1", /pages are not fetched from the web; save the page/],
    [path.join(folder, "*.nothing"), /no file matches/],
    [path.join(pages, "deeper", "page_files", ".."), null],
  ])("%s", async (input, problem) => {
    const { exitCode, problems } = await run(["match", "--corpus", corpus, input]);
    expect(exitCode).toBe(problem === null ? 0 : 1);
    expect(problems).toEqual(problem === null ? [] : [expect.stringMatching(problem)]);
  });

  it("of which --url and --date would not say whose they are", async () => {
    const { exitCode, problems } = await run(["match", "--date", "2019-03-05", pages]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [expect.stringMatching(/--url and --date are for one page, but 3 are named/)],
    });
  });

  it("an empty folder is named", async () => {
    const empty = path.join(folder, "empty");
    mkdirSync(empty);
    const { exitCode, problems } = await run(["match", empty]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [expect.stringMatching(/empty: has no pages/)],
    });
  });
});

describe("the index of a corpus", () => {
  const own = path.join(folder, "own.jsonl");
  const args = [
    "match",
    "--words-only",
    "--format",
    "jsonl",
    "--corpus",
    own,
    path.join(pages, "a.html"),
  ];
  const kept = () => readdirSync(cacheFolder);
  const matchesOf = async (more: readonly string[] = []) => {
    const { out, problems } = await runWith(parts, [...args, ...more]);
    expect(problems).toEqual([]);
    return (objectsIn(out)[0]!.matches as readonly unknown[]).length;
  };

  it("is kept, used again, made anew when the corpus changes, and not trusted when it is damaged", async () => {
    writeFileSync(own, readFileSync(corpus));
    expect(await matchesOf(["--no-cache"])).toBe(1);
    expect(await matchesOf()).toBe(1);
    const [file] = kept();
    expect(kept()).toHaveLength(1);

    // Read again: the corpus itself has gone by then, as far as its name, length and time tell.
    const key = indexKey([own], parts.build);
    expect(parts.indexCache.read(key)?.segments).toHaveLength(1);
    expect(await matchesOf()).toBe(1);

    const bytes = readFileSync(path.join(cacheFolder, file!));
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(path.join(cacheFolder, file!), bytes);
    expect(parts.indexCache.read(key)).toBeNull();
    expect(await matchesOf()).toBe(1);
    expect(parts.indexCache.read(key)).not.toBeNull();

    writeFileSync(
      own,
      '{"title":"Other","body":"Nothing of it stands there any more, said the mayor."}\n',
    );
    expect(await matchesOf()).toBe(0);
    expect(kept()).toHaveLength(2);
  });

  it("is another program's business where that reads corpora in its own way", () => {
    expect(indexKey([own], "this")).not.toBe(indexKey([own], "that"));
    const before = indexKey([own], "this");
    utimesSync(own, new Date(), new Date(2001, 1));
    expect(indexKey([own], "this")).not.toBe(before);
  });

  it("is found although a link leads back to the folder, or nowhere", () => {
    const circle = path.join(folder, "circle");
    mkdirSync(path.join(circle, "deeper"), { recursive: true });
    for (const name of ["one", "two", "deeper/three"]) symlinkSync(circle, path.join(circle, name));
    symlinkSync(path.join(circle, "nowhere"), path.join(circle, "four"));
    expect(indexKey([circle], "this")).toMatch(/^[0-9a-f]{40}$/);
  });

  it("goes with the oldest when there are many", () => {
    const cache = createIndexCache(path.join(folder, "many"));
    for (let at = 0; at < 20; at++) cache.write(`k${at}`, { segments: [], vectors: null });
    expect(readdirSync(path.join(folder, "many")).length).toBe(12);
    expect(cache.read("k19")).toEqual({ segments: [], vectors: null });
  });

  it("is done without where nothing can be written", () => {
    const cache = createIndexCache(path.join(own, "no-folder"));
    cache.write("k", { segments: [], vectors: null });
    expect(cache.read("k")).toBeNull();
  });
});

describe("a folder of articles as a corpus", () => {
  const files = path.join(folder, "articles");
  const sentences = {
    harbour: "Ferries will sail twice an hour from May on, the harbour master told the council.",
    school: "Forty pupils of the island's school moved into tents after the roof came down.",
    quarry: "The old quarry behind the station stays open until its lease ends in nine years.",
  };
  const pageAt = (address: string) =>
    `<html><head><title>Quarry</title><link rel="canonical" href="${address}"></head><body><article><h1>The quarry stays open</h1><p>${sentences.quarry}</p><p>Nobody in the council of the town had asked for it, she said after the meeting.</p></article></body></html>`;
  const referencesIn = async () => {
    const sought = path.join(folder, "sought.txt");
    writeFileSync(sought, [sentences.harbour, sentences.school, sentences.quarry].join("\n\n"));
    const args = ["match", "--format", "json", "--no-cache", "--corpus", files, sought];
    const { matches } = JSON.parse((await run(args)).out);
    return matches.flatMap(({ references }: { references: { passage: { text: string } }[] }) =>
      references.map(({ passage }) => passage.text),
    );
  };

  it("has all articles without an address, and each of several addresses once", async () => {
    mkdirSync(files);
    writeFileSync(path.join(files, "one.txt"), sentences.harbour);
    writeFileSync(path.join(files, "two.txt"), sentences.school);
    writeFileSync(path.join(files, "two again.txt"), sentences.school);
    writeFileSync(path.join(files, "a.html"), pageAt("https://coast.example/quarry"));
    writeFileSync(
      path.join(files, "b.html"),
      pageAt("http://www.coast.example/amp/quarry?utm_source=x"),
    );
    expect((await referencesIn()).sort()).toEqual(Object.values(sentences).sort());
  });
});

describe("the program as it is built", () => {
  const program = "dist/cli/second-source.mjs";
  const environment = { ...process.env, XDG_CACHE_HOME: cacheFolder };
  const start = (args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], { encoding: "utf8", env: environment });

  it("prints its version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(start(["--version"]).stdout).toBe(`${version}\n`);
  });

  it("reads no more of a pipe than a page may have", () => {
    const endless = spawnSync(
      "sh",
      ["-c", `yes 'word of it' | "$0" ${program} read -`, process.execPath],
      {
        encoding: "utf8",
      },
    );
    expect(endless.stderr).toMatch(
      /standard input: this file is more than 40 MB, but the limit is/,
    );
  });

  it("gives in several jobs what it gives in one, and names what fails", async () => {
    const inputs = [pages, path.join(pages, "missing.html")];
    const args = ["match", "--words-only", "--corpus", corpus, "--format"];
    const inOne = start([...args, "jsonl", ...inputs]);
    const inTwo = start([...args, "jsonl", "--jobs", "2", ...inputs]);
    expect(inOne.stderr).toMatch(/missing\.html: there is no such file/);
    expect(pick(inTwo)).toEqual(pick(inOne));
    // The jobs give the same in any format, and what prints it needs no process of its own.
    for (const format of ["json", "text"]) {
      const here = (more: readonly string[]) =>
        runWith({ ...parts, programFile: program }, [...args, format, ...more, ...inputs]);
      const printed = await here([]);
      expect(printed.problems.join()).toMatch(/missing\.html: there is no such file/);
      expect(await here(["--jobs", "2"])).toEqual(printed);
    }
  });
});

function pick({
  stdout,
  stderr,
  status,
}: {
  stdout: string;
  stderr: string;
  status: number | null;
}) {
  return { stdout, stderr, status };
}
