import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { storyAnnotations } from "../../../src/engine/export/storyAnnotations.ts";
import { storyCsv } from "../../../src/engine/export/storyCsv.ts";
import { storyHtml } from "../../../src/engine/export/storyHtml.ts";
import { storyMarkdown } from "../../../src/engine/export/storyMarkdown.ts";
import type { StoryReport } from "../../../src/engine/model/index.ts";
import { storyWording } from "../../../src/ui/story/storyWording.ts";
import { ferryArticles } from "../../support/ferryStory.ts";
import { fireArticles } from "../../support/fireStory.ts";
import { storyReportOf } from "../../support/storyReport.ts";
import { englishWording, wordingIn } from "../../ui/support/englishWording.ts";

const report = storyReportOf();
const wording = storyWording(englishWording());

/** Every text of the report with what could become markup, a formula or another cell. */
function hostile(given: StoryReport): StoryReport {
  const poison = `=<script>alert(1)</script>|[x](javascript:alert(1)) "'\n# `;
  const texts = new Set(["text", "outlet", "title", "name", "speaker"]);
  const copy = JSON.parse(JSON.stringify(given), (key, value) =>
    texts.has(key) && typeof value === "string" ? poison + value : value,
  );
  return {
    ...copy,
    articles: copy.articles.map((article: object) => ({ ...article, url: "javascript:alert(1)" })),
  };
}

describe("a story as a document", () => {
  it.each([
    ["Markdown", storyMarkdown(report, wording)],
    ["HTML", new JSDOM(storyHtml(report, wording)).window.document.body.textContent ?? ""],
  ])("as %s answers what a fact-checker asks", (_, text) => {
    const plain = text.replaceAll("\\", "");
    for (const answer of [
      "The Harbour Post",
      "left out: “the engines stopped”",
      "compared with The Harbour Post",
      "241",
      "Tomas Elring, harbour master",
      "Divers will inspect the hull",
      "does not say who is right",
    ]) {
      expect(plain).toContain(answer);
    }
  });

  it("as HTML says its language and direction, and loads nothing", () => {
    const { document } = new JSDOM(storyHtml(report, storyWording(wordingIn("ar")))).window;
    expect(document.documentElement.lang).toBe("ar");
    expect(document.documentElement.dir).toBe("rtl");
    expect(document.querySelector("h1")?.dir).toBe("ltr");
    expect(document.querySelectorAll("script, img, iframe, [src], link")).toHaveLength(0);
  });

  it("as HTML shows hostile texts as they are, and links only to the web", () => {
    const { document } = new JSDOM(storyHtml(hostile(report), wording)).window;
    expect(document.querySelectorAll("script, a")).toHaveLength(0);
    expect(document.body.textContent).toContain("<script>alert(1)</script>");
    expect(document.querySelectorAll("td, th").length).toBe(
      new JSDOM(storyHtml(report, wording)).window.document.querySelectorAll("td, th").length,
    );
  });

  it("as Markdown keeps hostile texts in their cells", () => {
    const bars = (text: string) =>
      text.split("\n").map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);
    const text = storyMarkdown(hostile(report), wording);
    expect(bars(text)).toEqual(bars(storyMarkdown(report, wording)));
    expect(text).not.toMatch(/(?<!\\)<script/);
  });
});

describe("numbers of people, side by side", () => {
  const fire = storyReportOf(fireArticles);

  it.each([
    ["Markdown", storyMarkdown(fire, wording)],
    ["HTML", new JSDOM(storyHtml(fire, wording)).window.document.body.textContent ?? ""],
    ["CSV", storyCsv(fire)],
  ])("are in a story as %s, each with its sentence", (_, text) => {
    for (const { text: number, sentence } of fire.tolls.flatMap(({ values }) => values)) {
      expect(text).toContain(number);
      expect(text).toContain(sentence);
    }
    expect(fire.tolls[0]?.values).toHaveLength(3);
  });
});

describe("a story as a table for programs", () => {
  const rows = storyCsv(report)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));

  it("has a line for each article, version, value, source and lone statement", () => {
    const parts = rows.slice(1).map(([part]) => part);
    expect(parts.filter((part) => part === "article")).toHaveLength(4);
    expect(parts.filter((part) => part === "difference")).toHaveLength(3);
    expect(parts.filter((part) => part === "source")).toHaveLength(report.sources.length);
    expect(new Set(parts)).toEqual(
      new Set(["article", "version", "difference", "source", "alone"]),
    );
  });

  it("says the order of two zones, and of a day without a time", () => {
    const orders = storyCsv(report)
      .split("\r\n")
      .filter((line) => line.startsWith("article"))
      .map((line) => line.split(",").at(-4));
    expect(orders.slice(0, 3)).toEqual([
      "about the same time as the first",
      "after the first",
      "after the first",
    ]);
  });

  it("has no cell that a spreadsheet takes for a formula", () => {
    expect(storyCsv(hostile(report))).not.toMatch(/(?:^|,)"?=/m);
  });
});

describe("a story as Web Annotations", () => {
  it("annotates each version that was compared, where it was printed", () => {
    const { items } = storyAnnotations(report, "2026-03-05T08:00:00.000Z");
    const compared = report.statements.flatMap(({ versions }) =>
      versions.filter((version) => version.compared !== null),
    );
    expect(items).toHaveLength(compared.length);
    const shortened = items.find(({ target }) => target.selector.exact.includes("low water, and"))!;
    expect(shortened.target.source).toMatchObject({
      id: "https://coast-courier.example/passengers-wait-for-hours-on-stranded-brell-ferry",
      language: "en",
      "schema:publisher": "Coast Courier",
    });
    expect(shortened).toMatchObject({ created: "2026-03-05T08:00:00.000Z" });
    expect(JSON.stringify(shortened.body)).toContain(
      "omitted: “” here, “the engines stopped” there",
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it("quotes both versions with the text around them, where they can be found again", () => {
    const bodies = new Map(ferryArticles.map(({ urls, body }) => [urls[0], body]));
    const { items } = storyAnnotations(report, "2026-03-05T08:00:00.000Z");
    const quoted = items.flatMap(({ target, body }) => [
      target,
      ...body.flatMap((part) => (part.type === "SpecificResource" ? [part] : [])),
    ]);
    expect(quoted.length).toBe(2 * items.length);
    for (const { source, selector } of quoted) {
      const { prefix, exact, suffix } = selector;
      expect(bodies.get(source.id)).toContain(`${prefix}${exact}${suffix}`);
      expect(`${prefix}${suffix}`).not.toBe("");
    }
    expect(storyCsv(report)).toContain(quoted[0]!.selector.suffix!.split("\n", 1)[0]);
  });

  it("leaves out what has no address", () => {
    const nowhere = { ...report, articles: report.articles.map((its) => ({ ...its, url: null })) };
    expect(storyAnnotations(nowhere, "2026-03-05T08:00:00.000Z").items).toEqual([]);
  });
});
