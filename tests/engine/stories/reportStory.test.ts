import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { allSteps, createLibrary, openSegment } from "../../../src/engine/library/index.ts";
import type { Article, StoryReport } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import {
  inOrderOfPublication,
  mostCompared,
  reportStory,
} from "../../../src/engine/stories/reportStory.ts";
import { ferryArticles, otherArticles } from "../../support/ferryStory.ts";

const bundled = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8")) as Article[];

/** What the articles say, told within a library that has others too. */
function told(articles: readonly Article[]): StoryReport {
  const all = [...bundled, ...otherArticles, ...articles];
  const library = createLibrary([openSegment(segmentOfArticles(all))]);
  const numbers = new Map(all.map(({ id }, number) => [id, number]));
  const readings = inOrderOfPublication(articles).map((article) => ({
    reading: readArticle(article),
    number: numbers.get(article.id) ?? null,
  }));
  return allSteps(reportStory(readings, library));
}

const ferry = told(ferryArticles);
const outlets = ferry.articles.map(({ outlet }) => outlet);

describe("a story", () => {
  it("has its articles in order of time, whatever the clocks of their zones show", () => {
    expect(outlets).toEqual([
      "The Harbour Post",
      "Coast Courier",
      "Northern Ledger",
      "Inland Gazette",
    ]);
  });

  it("has each quote in all its versions, with changes as seen from the later one", () => {
    const quote = ferry.statements.find(({ kind }) => kind === "quote")!;
    expect(quote.versions.map(({ article, compared }) => [article, compared?.relation])).toEqual([
      [0, undefined],
      [1, "near-verbatim"],
      [2, "verbatim"],
    ]);
    const { with: first, differences } = quote.versions[1]!.compared!;
    expect(first).toBe(0);
    expect(differences).toContainEqual({
      kind: "omitted",
      page: "",
      corpus: "the engines stopped",
    });
  });

  it("names who prints which number", () => {
    expect(ferry.disagreements).toEqual([
      {
        kind: "number",
        statement: expect.any(Number),
        values: [
          { text: "214", articles: [0, 1] },
          { text: "241", articles: [2] },
        ],
      },
    ]);
  });

  it("says which sources each article names, and through whom", () => {
    const named = ferry.sources.map(({ article, name, via }) =>
      [article, name, ...via].join(" < "),
    );
    expect(named).toEqual(
      expect.arrayContaining([
        "0 < Tomas Elring",
        "1 < Tomas Elring < Harbour Post",
        "2 < Piet Harrow",
        "3 < Lena Cordas",
      ]),
    );
  });

  it("lists what only one article has, and nothing that another may have", () => {
    const alone = ferry.alone.map(({ passages }) => passages.map(({ text }) => text).join(" "));
    expect(alone[3]).toContain("Divers will inspect the hull");
    expect(alone[1]).toContain("tea and blankets");
    expect(alone.join(" ")).not.toContain("aground");
    expect(alone.join(" ")).not.toContain("bruises");
  });

  it("joins passages with the same words even if an article is a copy of another", () => {
    const [first, second] = ferryArticles;
    const copy = {
      ...second!,
      id: "copy" as Article["id"],
      body: first!.body,
      title: first!.title,
    };
    const report = told([first!, copy]);
    expect(report.copies.length).toBeGreaterThan(0);
    const quote = report.statements.find(({ kind }) => kind === "quote")!;
    expect(quote.versions.map(({ article }) => article)).toEqual([0, 1]);
    expect(quote.versions[1]!.compared).toMatchObject({ relation: "verbatim", differences: [] });
    expect(report.alone.map(({ count }) => count)).toEqual([0, 0]);
  });

  it("has no statement of one outlet alone, however often that prints it", () => {
    const [first] = ferryArticles;
    const again = { ...first!, id: "again" as Article["id"], urls: [`${first!.urls[0]}/update`] };
    expect(told([first!, again]).statements).toEqual([]);
  });

  it("compares no more articles than it may, and says how many", () => {
    const many = Array.from({ length: mostCompared + 3 }, (_, i) => ({
      ...ferryArticles[0]!,
      id: `ferry-${i}` as Article["id"],
      outlet: { name: `Outlet ${i}`, domain: `outlet${i}.example` },
      urls: [`https://outlet${i}.example/ferry`],
      body: "The ferry ran aground off Brell Island.",
    }));
    const report = told(many);
    expect(report.articles).toHaveLength(many.length);
    expect(report.compared).toBe(mostCompared);
  });

  it("of one article lists what it has", () => {
    const report = told([ferryArticles[0]!]);
    expect(report.statements).toEqual([]);
    expect(report.alone[0]!.count).toBeGreaterThan(0);
  });
});
