import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, ArticleId } from "../../../src/engine/model/index.ts";

function article(body: string, title = "Talks end"): Article {
  return {
    id: "a" as ArticleId,
    outlet: { name: "The Example", domain: null },
    title,
    urls: [],
    published: { value: "2018-12-31", precision: "day", basis: "stated" },
    relativeDatesCountFrom: "2018-12-30",
    byline: null,
    agencies: [],
    language: "en",
    body,
  };
}

describe("a reading", () => {
  it("has the title first, then sentences and whole quotes in order", () => {
    const body = "Russia said no.\n\n“We go. They stay there for now,” Lavrov said. Why?";
    const { passages } = readArticle(article(body));
    expect(passages.map(({ unit, text, isClaim }) => [unit, text, isClaim])).toEqual([
      ["title", "Talks end", false],
      ["sentence", "Russia said no.", true],
      ["sentence", "“We go.", true],
      ["quote", "We go. They stay there for now,", true],
      ["sentence", "They stay there for now,” Lavrov said.", true],
      ["sentence", "Why?", false],
    ]);
  });

  it("gives each passage its own facts, with dates counted from the article's day", () => {
    const body = "Russia met Turkey on Saturday. It sent 1,500 soldiers to Syria in 2017.";
    const { passages } = readArticle(article(body));
    expect(passages[1]!.names.map(({ key }) => key)).toEqual(["russia", "turkey"]);
    expect(passages[1]!.dates.map(({ value }) => value)).toEqual(["2018-12-29"]);
    expect(passages[2]!.numbers.map(({ value }) => value)).toEqual([1500]);
    expect(passages[2]!.names.map(({ key }) => key)).toEqual(["syria"]);
  });

  it("of an empty article is empty", () => {
    expect(readArticle(article("", "")).passages).toEqual([]);
  });
});
