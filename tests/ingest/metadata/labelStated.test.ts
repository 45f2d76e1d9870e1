import { describe, expect, it } from "vitest";
import type { BlockFeatures, BlockLabel } from "../../../src/engine/model/index.ts";
import { labelStated } from "../../../src/ingest/metadata/labelStated.ts";

const paragraph = (at: number) =>
  `The ferry number ${at} sailed from the outer quay at noon, and its captain told the harbour office that the strait was clear again. Nobody on board number ${at} had waited for longer than a day.`;
const wordsOfParagraph = 36;
const block = (text: string, features: Partial<BlockFeatures> = {}): BlockFeatures => ({
  ...{ text, element: "paragraph", headingLevel: 0, linkChars: 0, region: "article" },
  ...features,
});

/** Ten paragraphs, of which the rules took the first two for the article; then one of a stranger. */
const blocks = [
  ...Array.from({ length: 10 }, (_, at) => block(paragraph(at))),
  block(
    "The council of another town wants to close its market hall in May, as it said in a letter.",
  ),
];
const labels: readonly BlockLabel[] = blocks.map((_, at) => (at < 2 ? "body" : "comment"));
const article = Array.from({ length: 10 }, (_, at) => paragraph(at));

function bodyOf(
  stated: { readonly articleBody?: string; readonly wordCount?: number },
  given: readonly BlockFeatures[] = blocks,
  its: readonly BlockLabel[] = labels,
): readonly number[] {
  const source = JSON.stringify({ "@type": "NewsArticle", headline: "T", ...stated });
  const statedWords = stated.wordCount ?? stated.articleBody?.split(/\s+/).length ?? null;
  const found = labelStated(given, its, { jsonLd: [{ source, isOutdated: false }], statedWords });
  return found.flatMap((label, at) => (label === "body" ? [at] : []));
}
const own = [0, 1];
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("a text that the page states as its article's is the article's", () => {
  it.each([
    ["in paragraphs", article.join("\n\n")],
    ["in one piece", article.join(" ")],
    ["glued together", article.join("")],
    ["with other marks and capitals", article.join("\n").toUpperCase().replaceAll(",", " –")],
  ])("%s", (_, articleBody) => {
    expect(bodyOf({ articleBody })).toEqual(all);
  });

  it("but a title, a heading or a caption of it is not", () => {
    const its = labels.map((label, at) => (at === 4 ? "caption" : at === 5 ? "heading" : label));
    expect(bodyOf({ articleBody: article.join("\n") }, blocks, its)).toEqual(
      all.filter((at) => at !== 4 && at !== 5),
    );
  });

  it("and is left to the rules where they found most of it, or where nothing is stated", () => {
    expect(bodyOf({ articleBody: article.slice(0, 3).join("\n") })).toEqual(own);
    expect(bodyOf({})).toEqual(own);
  });

  it("of which the page shows nothing more, changes nothing", () => {
    const articleBody = article
      .slice(2)
      .join("\n")
      .replaceAll("ferry", "boat")
      .replaceAll("board", "deck");
    expect(bodyOf({ articleBody })).toEqual(own);
  });
});

describe("where only a number of words is stated", () => {
  const wordCount = 10 * wordsOfParagraph;
  it("prose outside of menus and lists of links is the article's, if it comes to that number", () => {
    const links = block("Read more of the ferries, their captains, and of the strait in fog.", {
      linkChars: 60,
    });
    const menu = block(paragraph(11), { region: "navigation" });
    const given = [...blocks.slice(0, 10), links, menu, block("Ferries | Harbours | Fish")];
    const its = given.map((_, at) => (at < 2 ? "body" : "furniture"));
    expect(bodyOf({ wordCount }, given, its)).toEqual(all);
  });

  it("it stays with the rules if that would be more than is stated", () => {
    const more = Array.from({ length: 20 }, (_, at) => block(paragraph(at)));
    const its = more.map((_, at) => (at < 2 ? "body" : "furniture"));
    expect(bodyOf({ wordCount }, more, its)).toEqual(own);
  });
});
