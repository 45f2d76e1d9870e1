import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "../../../src/ui/components/wordDiff.ts";

/** The corpus's wording, the words that differ in brackets. */
function compare(page: string, corpus: string): string {
  return wordDiff(page, corpus)
    .corpus.map(({ text, isSame }) => (isSame ? text : text.replace(/^(.*?)(\s*)$/s, "[$1]$2")))
    .join("");
}

describe("the words of the other wording that differ", () => {
  it.each([
    ["one word", "He said seven years.", "He said eight years.", "He said [eight] years."],
    ["words left out", "He often said no.", "He said no.", "He said no."],
    ["words put in", "He said no.", "He has often said no.", "He [has often] said no."],
    ["none", "He said no.", "He said no.", "He said no."],
    ["none but punctuation and case", "“He said no”", "he said: no.", "he said: no."],
    ["all", "One two", "three four", "[three four]"],
    [
      "a short word between two others goes with them",
      "new context of aims",
      "old ways of goals",
      "[old ways of goals]",
    ],
  ])("%s", (_, page, corpus, marked) => {
    expect(compare(page, corpus)).toBe(marked);
  });

  it("are found in texts too long to compare word by word, without taking long", () => {
    const long = Array.from({ length: 3_000 }, (_, i) => `word${i % 700}`).join(" ");
    const other = `x ${long.split(" ").reverse().join(" ")} entirely new`;
    expect(wordDiff(long, other).corpus.at(-1)).toEqual({ text: "entirely new", isSame: false });
  });

  it("together with the others give back both texts, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (page, corpus) => {
        const parts = wordDiff(page, corpus);
        expect(parts.page.map(({ text }) => text).join("")).toBe(page);
        expect(parts.corpus.map(({ text }) => text).join("")).toBe(corpus);
      }),
    );
  });
});
