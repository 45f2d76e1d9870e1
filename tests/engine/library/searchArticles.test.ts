import { describe, expect, it } from "vitest";
import { createLibrary, openSegment, withoutArticles } from "../../../src/engine/library/index.ts";
import { searchArticles } from "../../../src/engine/library/searchArticles.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { ferryArticles, otherArticles } from "../../support/ferryStory.ts";

const library = createLibrary([
  openSegment(segmentOfArticles(ferryArticles)),
  openSegment(segmentOfArticles(otherArticles)),
]);

function found(search: string, among = library): string[] | null {
  const numbers = searchArticles(among, search);
  return (
    numbers && [...numbers].sort((a, b) => a - b).map((one) => among.articleHead(one).outlet.name)
  );
}

describe("a search among articles", () => {
  it.each([
    ["a word of the text, in another form", "tug", ["Northern Ledger", "Inland Gazette"]],
    ["all of its words, wherever they stand", "divers Gazette", ["Inland Gazette"]],
    ["the beginning of a word of a title", "passen", ["Coast Courier"]],
    ["an outlet, in any case", "COAST courier", ["Coast Courier", "Coast Courier"]],
    ["words beside those that carry nothing", "the divers of the hull", ["Inland Gazette"]],
    [
      "an article at its address",
      ` ${ferryArticles[0]!.urls[0]}?utm_source=x `,
      [ferryArticles[0]!.outlet.name],
    ],
    ["nothing at another address", "https://nowhere.example/ferry", []],
    ["nothing where a word stands nowhere", "ferry zeppelin", []],
  ])("finds %s", (_, search, expected) => {
    expect(found(search)).toEqual(expected);
  });

  it("is none without words", () => {
    expect(found("")).toBeNull();
    expect(found(" “!” ")).toBeNull();
  });

  it("does not find what was removed", () => {
    const segment = openSegment(segmentOfArticles(ferryArticles));
    const rest = createLibrary([withoutArticles(segment, new Set([ferryArticles[3]!.id]))]);
    expect(found("divers", rest)).toEqual([]);
    expect(found("gazette", rest)).toEqual([]);
  });

  it("reads no more words than a search has", () => {
    expect(found("ferry ".repeat(100))).toHaveLength(4);
  });
});
