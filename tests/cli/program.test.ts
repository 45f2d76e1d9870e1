import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";
import { run } from "./captureOutput.ts";

const page = "tests/fixtures/cli/page.html";
const corpus = "tests/fixtures/cli/corpus.jsonl";
const folder = mkdtempSync(path.join(tmpdir(), "second-source-"));
const inFolder = (name: string) => path.join(folder, name);

const menu = "<li><a href='/a'>A section of the site</a></li>".repeat(40);
const unusable: readonly (readonly [what: string, file: string, message: RegExp])[] = [
  ["is not there", "absent.html", /absent\.html: there is no such file; check the path/],
  ["is empty", "empty.html", /empty\.html: this file is empty; it should/],
  ["is blank", "blank.txt", /blank\.txt: this file is empty/],
  ["is binary", "picture.html", /picture\.html: this file is neither text nor HTML; save/],
  ["is 50 MB", "huge.txt", /huge\.txt: this file is 50 MB, but the limit is 20 MB; save/],
  [
    "is HTML without an article",
    "menu.html",
    /menu\.html: no article was found in this HTML file; if/,
  ],
];

beforeAll(() => {
  writeFileSync(inFolder("empty.html"), "");
  writeFileSync(inFolder("blank.txt"), " \n \n");
  writeFileSync(inFolder("picture.html"), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  writeFileSync(inFolder("huge.txt"), "a ".repeat(25_000_000));
  writeFileSync(inFolder("menu.html"), `<!doctype html><body><ul>${menu}</ul></body>`);
  mkdirSync(inFolder("pages"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(unusable)("a file that %s", (_, file, message) => {
  test("ends match with one line that names it, and 1", async () => {
    const { exitCode, out, problems } = await run(["match", inFolder(file)]);
    expect({ exitCode, out, lines: problems.length }).toEqual({ exitCode: 1, out: "", lines: 1 });
    expect(problems[0]).toMatch(message);
  });

  test("does not keep read from the other files", async () => {
    const { exitCode, out, problems } = await run([
      "read",
      "--format",
      "json",
      inFolder(file),
      page,
    ]);
    expect(exitCode).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(JSON.parse(out).map(({ title }: { title: string }) => title)).toEqual([
      "Lighthouse opens again after eleven months",
    ]);
  });
});

describe("read", () => {
  test("names a folder, and what to do", async () => {
    const { exitCode, problems } = await run(["read", inFolder("pages")]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [expect.stringMatching(/pages: is a folder; name the files in it/)],
    });
  });

  test("prints one object for one file and an array for several", async () => {
    const one = JSON.parse((await run(["read", "--format", "json", page])).out);
    expect(JSON.parse((await run(["read", "--format", "json", page, page])).out)).toEqual([
      one,
      one,
    ]);
  });

  test("prints for people what it prints for machines", async () => {
    const { exitCode, out } = await run(["read", page]);
    expect(exitCode).toBe(0);
    expect(out).toContain("The Northern Shore · 2019-03-06 08:00 +01:00 · by the Shore Desk · en");
    expect(out).toContain("  Its last keeper left in 1998");
  });

  test.each([
    [
      "UTF-16",
      Uint8Array.from([0xff, 0xfe, ...Buffer.from(readFileSync(page, "utf8"), "utf16le")]),
    ],
    [
      "Windows-1252",
      Buffer.from(readFileSync(page, "latin1").replace(/â€œ|â€\u009d/g, '"'), "latin1"),
    ],
  ])("reads a page in %s", async (name, bytes) => {
    writeFileSync(inFolder(`${name}.html`), bytes);
    expect((await run(["read", inFolder(`${name}.html`)])).exitCode).toBe(0);
  });
});

describe("match", () => {
  test("names the passage, the relation, the outlet, the date and the other wording", async () => {
    const { exitCode, out } = await run(["match", "--corpus", corpus, page]);
    expect(exitCode).toBe(0);
    expect(out).toContain("Matches for 1 of 4 passages, in 1 other outlet.");
    expect(out).toContain("─ Coast Courier · 2019-03-05 (inferred)");
    expect(out).toContain("https://coast.example/news/budget");
    expect(out.replace(/\s+/g, " ")).toMatch(/Word for word \([\d.]+\).*: “We have kept the lamp/);
  });

  test("says so when nothing is found", async () => {
    const { exitCode, out } = await run(["match", page]);
    expect({ exitCode, none: out.includes("No matches for 4 passages.") }).toEqual({
      exitCode: 0,
      none: true,
    });
  });

  test("takes address and date from the options", async () => {
    const text = inFolder("plain.txt");
    writeFileSync(text, "A title of words\n\nA sentence of the text is all that this file has.\n");
    const options = ["--url", "https://a.example/x", "--date", "2019-03-05", "--format", "json"];
    expect(JSON.parse((await run(["match", ...options, text])).out).page).toMatchObject({
      url: "https://a.example/x",
      published: { value: "2019-03-05", precision: "day", basis: "stated" },
      outlet: "a.example",
    });
  });

  test("a page of the corpus, by its address, is no reference to itself", async () => {
    const { out } = await run([
      "match",
      "--corpus",
      corpus,
      "--url",
      "https://coast.example/news/budget",
      "--format",
      "json",
      page,
    ]);
    expect(JSON.parse(out).page.url).toBe("https://shore.example/2019/03/06/lighthouse");
    expect(JSON.parse(out).matches).toEqual([]);
  });

  test("prints W3C Web Annotations of a page whose address is known", async () => {
    const { out } = await run(["match", "--corpus", corpus, "--format", "w3c", page]);
    const { type, items } = JSON.parse(out);
    expect(type).toBe("AnnotationPage");
    expect(items[0].target.source.id).toBe("https://shore.example/2019/03/06/lighthouse");
    expect(items[0].target.selector.exact).toMatch(/^“We have kept the lamp/);
    const bodies = readFileSync(corpus, "utf8").trim().split("\n");
    const linked = items.flatMap((item: { body: { selector?: object }[] }) =>
      item.body.flatMap(({ selector }) => selector ?? []),
    );
    expect(linked).not.toEqual([]);
    for (const { prefix, exact, suffix } of linked) {
      const quoted = JSON.stringify(`${prefix}${exact}${suffix}`).slice(1, -1);
      expect(bodies.some((line) => line.includes(quoted))).toBe(true);
      expect(`${prefix}${suffix}`).not.toBe("");
    }
  });

  test.each([
    [
      "markdown",
      /^# .*\n\n.*\n\n<https:\/\/shore\.example\/[\s\S]*> “We have kept the lamp[\s\S]*score 0\.\d\d/,
    ],
    [
      "csv",
      /^passage,in,start,[\s\S]*relation_words,differences,prefix,suffix,[\s\S]*Second Source/,
    ],
    ["html", /^<!doctype html>[\s\S]*We have kept the lamp[\s\S]*<\/html>\n$/],
  ])("prints what the extension exports: %s", async (format, form) => {
    const { out } = await run(["match", "--corpus", corpus, "--format", format, page]);
    expect(out).toMatch(form);
  });

  test("asks for the address of a page that names none", async () => {
    const file = "tests/fixtures/documents/002_7a79cddb0d3e7f43.txt";
    const { exitCode, problems } = await run(["match", "--format", "w3c", file]);
    expect(exitCode).toBe(1);
    expect(problems[0]).toMatch(/an annotation needs the page's address; give it with --url/);
  });

  test("leaves out what scores below --min-score", async () => {
    const { out } = await run([
      "match",
      "--corpus",
      corpus,
      "--min-score",
      "1",
      "--format",
      "json",
      page,
    ]);
    for (const { score } of JSON.parse(out).matches) expect(score).toBe(1);
  });
});

describe("corpora", () => {
  test("a folder of texts and pages, with what is known beside them", async () => {
    const shelf = inFolder("shelf");
    mkdirSync(shelf);
    const [first] = readFileSync(corpus, "utf8").split("\n");
    const { title, body } = JSON.parse(first!);
    writeFileSync(path.join(shelf, "budget.txt"), `${title}\n\n${body}`);
    cpSync(page, path.join(shelf, "listed nowhere.html"));
    const known = [
      { file: "budget.txt", outlet: { name: "Coast Courier" }, title },
      { file: "gone.txt" },
    ];
    writeFileSync(path.join(shelf, "articles.json"), JSON.stringify(known));
    const { exitCode, out, problems } = await run([
      "match",
      "--corpus",
      shelf,
      "--format",
      "json",
      page,
    ]);
    expect(JSON.parse(out).matches[0].references[0].article.outlet).toBe("Coast Courier");
    expect(exitCode).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/gone\.txt: there is no such file/)]);
  });

  test("a corpus that cannot be used leaves the others", async () => {
    writeFileSync(inFolder("bad.jsonl"), '{"title":"T"}\n');
    const args = ["match", "--corpus", inFolder("bad.jsonl"), "--corpus", corpus, page];
    const { exitCode, out, problems } = await run(args);
    expect(exitCode).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/bad\.jsonl: line 1: “body” is missing/)]);
    expect(out).toContain("1 of 4 passages");
  });

  test.each([
    ["absent", /absent: there is no such corpus/],
    ["bad.xml", /bad\.xml: this is XML, but neither a feed nor a page/],
    ["pages", /pages: has no articles/],
  ])("%s alone ends with 1", async (name, message) => {
    writeFileSync(inFolder("bad.xml"), "<x/>");
    const { exitCode, out, problems } = await run(["match", "--corpus", inFolder(name), page]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(problems[0]).toMatch(message);
  });
});

describe("the bundled segment", () => {
  const demo = "assets/demo/index.html";
  const bundled = inFolder("bundled");
  const segment = path.join(bundled, "bundled.segment");
  const articles = readFileSync("assets/corpus/articles.json", "utf8");
  const whole = segmentOfArticles(JSON.parse(articles));

  beforeAll(() => {
    mkdirSync(bundled);
    writeFileSync(path.join(bundled, "articles.json"), articles);
  });

  test("is used as it is when it is whole", async () => {
    writeFileSync(segment, whole);
    const { exitCode, out, problems } = await run(["match", demo], bundled);
    expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
    expect(out).toContain("The Moscow Times");
  });

  const flipped = whole.slice();
  flipped[flipped.length >> 1]! ^= 1;
  test.each([
    ["with a flipped bit", flipped, /is damaged/],
    ["cut short", whole.slice(0, whole.length >> 1), /is damaged/],
    ["not there", null, /cannot be read/],
  ])("%s is reported and rebuilt, with the same result", async (_, bytes, message) => {
    writeFileSync(segment, whole);
    const expected = (await run(["match", "--format", "json", demo], bundled)).out;
    if (bytes === null) rmSync(segment);
    else writeFileSync(segment, bytes);
    const { exitCode, out, problems } = await run(["match", "--format", "json", demo], bundled);
    expect(exitCode).toBe(0);
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(out).toBe(expected);
  });

  test("without its articles ends with 1 and says what to do", async () => {
    const { exitCode, problems } = await run(["match", demo], inFolder("pages"));
    expect(exitCode).toBe(1);
    expect(problems[0]).toMatch(/articles\.json: the bundled articles cannot be read; run/);
  });
});

describe("wrong usage ends with 2", () => {
  test.each([
    [[]],
    [["march", page]],
    [["match"]],
    [["match", "--jobs", "none", page]],
    [["match", "--format", "yaml", page]],
    [["match", "--date", "5 March", page]],
    [["match", "--date", "2019-02-31", page]],
    [["match", "--min-score", "2", page]],
    [["match", "--url", "file:///etc", page]],
    [["read"]],
    [["read", "--format", "w3c", page]],
  ])("%j", async (args) => {
    expect(await run(args)).toMatchObject({ exitCode: 2, out: "" });
  });

  test("asking for help does not", async () => {
    expect((await run(["--help"])).exitCode).toBe(0);
  });
});
