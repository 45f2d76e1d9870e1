import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ferryArticles, ferryPage, otherArticles, storyLibrary } from "../support/ferryStory.ts";
import { storyReportOf } from "../support/storyReport.ts";
import { run } from "./captureOutput.ts";
import { expectValid, objectsIn, schema } from "./schemas.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-story-"));
const inFolder = (name: string) => path.join(folder, name);
const library = inFolder("library.jsonl");
const page = inFolder("page.html");
const ferry = inFolder("ferry.jsonl");

const titles = (reports: readonly { articles: readonly { title: string }[] }[]) =>
  reports.map(({ articles }) => articles[0]?.title);
const json = async (...args: string[]) =>
  JSON.parse((await run(["story", "--format", "json", ...args])).out);

beforeAll(() => {
  writeFileSync(library, storyLibrary);
  writeFileSync(page, ferryPage);
  writeFileSync(ferry, ferryArticles.map((one) => JSON.stringify(one)).join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("story", () => {
  test("compares the articles of each story, the latest first, as the extension does", async () => {
    const reports = await json(library);
    expect(titles(reports)).toEqual([ferryArticles[0]!.title, otherArticles[0]!.title]);
    const { disagreements, sources, alone } = storyReportOf();
    expect(reports[0]).toMatchObject({ schema: 1, compared: 4, disagreements, sources, alone });
  });

  test("prints what its schema says", async () => {
    schema("match");
    const isStory = schema("story");
    for (const report of await json(library)) expectValid(isStory, report);
    expectValid(isStory, await json(library, "--of", page));
    const [report] = await json(library);
    expect(isStory({ ...report, verdict: "true" })).toBe(false);
    expect(isStory({ ...report, schema: 2 })).toBe(false);
  });

  test("answers a fact-checker's five questions for people", async () => {
    const { exitCode, out } = await run(["story", library, "--search", "divers"]);
    expect(exitCode).toBe(0);
    const said = out.replace(/\s+/g, " ");
    for (const answer of [
      "First: The Harbour Post, 2026-03-03 07:37 +00:00, 1 h 55 min before Coast Courier.",
      "Lightly edited; compared with The Harbour Post; left out: “the engines stopped”",
      "number · 214 · The Harbour Post; Coast Courier The ferry Selma ran aground",
      "number · 241 · Northern Ledger",
      "Coast Courier · Tomas Elring, harbour master · Harbour Post · 1",
      "─ Inland Gazette “The charts of this channel are nineteen years old,”",
    ]) {
      expect(said).toContain(answer);
    }
    expect(said).not.toContain("apricot");
  });

  test("is that of a page which the library does not have", async () => {
    const report = await json(library, "--of", page);
    expect(report.articles).toHaveLength(5);
    expect(report.articles.find((its: { isPage?: true }) => its.isPage)?.outlet).toBe(
      "Brell Evening News",
    );
    const { out } = await run(["story", library, "--of", page]);
    expect(out).toContain("Brell Evening News (this page)");
  });

  test("takes a page's address and day from the options", async () => {
    const text = inFolder("page.txt");
    writeFileSync(
      text,
      "Ferry Selma aground off Brell Island\n\nThe ferry Selma ran aground on a sandbank off Brell Island on Tuesday with 214 passengers, Captain Ines Vadra said.\n",
    );
    const at = ["--url", "https://evening.example/selma", "--date", "2026-03-03"];
    const { articles } = await json(library, "--of", text, ...at);
    expect(articles.find((its: { isPage?: true }) => its.isPage)).toMatchObject({
      url: "https://evening.example/selma",
      published: { value: "2026-03-03" },
    });
    expect(articles).toHaveLength(5);
  });

  test.each([
    ["address", ferryArticles[2]!.urls[0]!],
    ["id", ferryArticles[2]!.id],
  ])("is that of an article by its %s", async (_, name) => {
    expect((await json(library, "--of", name)).articles).toHaveLength(4);
  });

  test("ends with 1 where --of names nothing", async () => {
    const { exitCode, out, problems } = await run(["story", library, "--of", "absent.html"]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(problems).toEqual([expect.stringMatching(/^--of absent\.html: there is no such file/)]);
  });

  test("takes all articles as one story", async () => {
    const report = await json(library, "--together");
    expect(report.articles).toHaveLength(ferryArticles.length + otherArticles.length);
    expect((await json(ferry, "--together")).articles).toHaveLength(4);
  });

  test("is one line each in JSON Lines", async () => {
    const { out } = await run(["story", "--format", "jsonl", library]);
    expect(titles(objectsIn(out) as never)).toEqual(titles(await json(library)));
  });

  test("says so when there is none, and is an empty list", async () => {
    const alone = inFolder("alone.jsonl");
    writeFileSync(alone, JSON.stringify(otherArticles[2]));
    const { exitCode, out, problems } = await run(["story", alone]);
    expect({ exitCode, out, problems }).toEqual({
      exitCode: 0,
      out: "",
      problems: ["no story: no two outlets report the same events in 1 article"],
    });
    expect(await json(alone)).toEqual([]);
  });

  test("goes on with the others where a file cannot be read", async () => {
    const { exitCode, out, problems } = await run(["story", library, inFolder("absent.html")]);
    expect(exitCode).toBe(1);
    expect(out).toContain("Ferry Selma");
    expect(problems).toEqual([expect.stringMatching(/absent\.html: there is no such/)]);
  });

  test.each([
    [["--list", "--together"]],
    [["--of", "page.html", "--search", "ferry"]],
    [["--min-score", "2"]],
  ])("refuses %j as wrong usage", async (options) => {
    expect((await run(["story", library, ...options])).exitCode).toBe(2);
  });
});

describe("story --list", () => {
  test("names the stories, for people and for programs, without comparing them", async () => {
    const { out } = await run(["story", library, "--list"]);
    expect(out).toMatch(/^2 stories in 7 articles\.\n\n 1\. Ferry Selma runs aground/);
    expect(out).toContain("4 articles · 2026-03-03 07:37 +00:00 to 2026-03-04");
    expect(out).toContain(`    ${ferryArticles[0]!.id}\n`);
    const { stories, articles } = await json(library, "--list", "--search", "frost");
    expect({ articles, titles: stories.map(({ title }: { title: string }) => title) }).toEqual({
      articles: 7,
      titles: [otherArticles[0]!.title],
    });
    const lines = objectsIn((await run(["story", "--format", "jsonl", library, "--list"])).out);
    expect(lines.map(({ id }) => id)).toEqual([ferryArticles[0]!.id, otherArticles[0]!.id]);
  });

  test("has no form of an export", async () => {
    const { exitCode, problems } = await run(["story", "--format", "csv", library, "--list"]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: ["--list is printed as text, json or jsonl, not as csv"],
    });
  });
});

describe("the export formats of story", () => {
  const printed = async (format: string) => (await run(["story", "--format", format, library])).out;

  test("are Markdown with each story under its title", async () => {
    const found = [...(await printed("markdown")).matchAll(/^# (.*)$/gm)].map(([, title]) => title);
    expect(found).toEqual([ferryArticles[0]!.title, otherArticles[0]!.title]);
  });

  test("are one HTML document with each story, who was first, and its tables", async () => {
    const { document } = new JSDOM(await printed("html")).window;
    const heads = [...document.querySelectorAll("h1")].map(({ textContent }) => textContent);
    expect(heads).toEqual([ferryArticles[0]!.title, otherArticles[0]!.title]);
    expect(document.body.textContent).toContain("First: The Harbour Post");
    const rows = [...document.querySelectorAll("tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toContainEqual(["number", "241", "Northern Ledger", expect.any(String)]);
    expect(rows).toContainEqual(["Inland Gazette", "Lena Cordas", "", "2"]);
  });

  test("are one table of CSV, each line with its story", async () => {
    const lines = (await printed("csv")).trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^part,number,outlet,.*,order,story,prefix,suffix$/);
    expect(lines.filter((line) => line.startsWith("part,"))).toHaveLength(1);
    const told = lines.slice(1).map((line) => line.includes(`,${otherArticles[0]!.title},`));
    expect(told).toContain(true);
    expect(told).toContain(false);
  });

  test("are Web Annotations, a page for each story", async () => {
    const [ferryPages, frostPages] = JSON.parse(await printed("w3c"));
    expect(ferryPages.type).toBe("AnnotationPage");
    const [first] = ferryPages.items;
    expect(first.target.source.id).toMatch(/^https:\/\/[a-z-]+\.example\//);
    expect(frostPages.items.length).toBeGreaterThan(0);
  });
});
