import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlightedDiff } from "../../../src/ui/components/highlightedDiff.ts";

/** The corpus's wording, the words that are set off in brackets. */
function compare(page: string, corpus: string): string {
  return highlightedDiff(page, corpus)
    .corpus.map(({ text, isSame }) => (isSame ? text : text.replace(/^(.*?)(\s*)$/s, "[$1]$2")))
    .join("");
}

describe("the words that are set off", () => {
  it.each([
    [
      "articles and general prepositions are not",
      "He told reporters in Ankara that talks had begun.",
      "He told the reporters in Ankara that the talks had begun.",
      "He told the reporters in Ankara that the talks had begun.",
    ],
    [
      "at the edges of a stretch they are not, inside they are",
      "The bridge was opened to the traffic by the mayor.",
      "The bridge was closed because of the storm by the mayor.",
      "The bridge was [closed because of the storm] by the mayor.",
    ],
    [
      "a negation is",
      "The talks are to be held in the capital.",
      "The talks are not to be held in the capital.",
      "The talks are [not] to be held in the capital.",
    ],
    [
      "before and after are",
      "It was in the news before the vote.",
      "It was in the news after the vote.",
      "It was in the news [after] the vote.",
    ],
    [
      "each language has its own",
      "Der Minister ist in der Stadt und will die Brücke sehen.",
      "Der Minister ist nicht in der Stadt und will auch die Brücke sehen.",
      "Der Minister ist [nicht] in der Stadt und will auch die Brücke sehen.",
    ],
    [
      "where too little tells the language, all are",
      "Seven years.",
      "The seven years.",
      "[The] seven years.",
    ],
  ])("%s", (_, page, corpus, marked) => {
    expect(compare(page, corpus)).toBe(marked);
  });

  it("together with the others give back both texts, whatever they are", () => {
    const words = fc
      .array(fc.constantFrom("the", "of", "in", "war", "die", "not", " ", "x"))
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(words, words, (page, corpus) => {
        const parts = highlightedDiff(page, corpus);
        expect(parts.page.map(({ text }) => text).join("")).toBe(page);
        expect(parts.corpus.map(({ text }) => text).join("")).toBe(corpus);
      }),
    );
  });
});
