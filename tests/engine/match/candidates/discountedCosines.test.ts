import { describe, expect, it } from "vitest";
import { DiscountedCosines } from "../../../../src/engine/match/candidates/discountedCosines.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { stem } from "../../../../src/engine/text/stems.ts";
import { termHash } from "../../../../src/engine/text/termHash.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const hashOf = (word: string) => termHash("stem", stem(word));
const sentences = ["bakers", "owls mills", "kites", "geese", "bakers owls"];
const memory = memoryOf(libraryOf(readingOf("a", sentences, { title: "" })));
const numbers = sentences.map((_, at) => at + 1);

/** The cosines of a page's passage with the sentences, as "sentence cosine". */
function cosinesOf(words: string, isOfStory: boolean, least = 0.01): readonly string[] {
  const terms = lookUpTerms([Uint32Array.from(words.split(" "), hashOf)], memory);
  const cosines = new DiscountedCosines(memory, terms, isOfStory ? numbers : []);
  return cosines
    .of(terms.ofPassage[0]!, isOfStory ? [] : numbers, least)
    .map(({ passage, cosine }) => `${sentences[passage - 1]} ${cosine.toFixed(2)}`);
}

describe.each([
  ["found by its terms", false],
  ["of the same story", true],
])("a passage %s", (_name, isOfStory) => {
  it.each([
    ["kites", ["kites 1.00"]],
    ["geese", ["geese 1.00"]],
    ["kites geese", ["kites 0.71", "geese 0.71"]],
    ["zuxqor", []],
  ])("is compared by its own terms alone: %s", (words, cosines) => {
    expect(cosinesOf(words, isOfStory)).toEqual(cosines);
  });

  it("has the same cosine whichever of the page's terms it shares", () => {
    for (const word of ["bakers", "owls", "mills"]) {
      expect(cosinesOf(word, isOfStory)).toEqual(cosinesOf(word, !isOfStory));
      expect(cosinesOf(word, isOfStory).length).toBeGreaterThan(0);
    }
  });

  it("is left out below the least cosine", () => {
    expect(cosinesOf("owls mills", isOfStory, 0.9)).toEqual(["owls mills 0.91"]);
  });
});
