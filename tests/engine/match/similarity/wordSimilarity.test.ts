import { describe, expect, it } from "vitest";
import { firmPair } from "../../../../src/engine/match/similarity/meaningFeatures.ts";
import { statementWords } from "../../../../src/engine/match/similarity/statementWords.ts";
import {
  sameWord,
  wordSimilarity,
} from "../../../../src/engine/match/similarity/wordSimilarity.ts";
import { relatedness } from "../../../../src/engine/match/similarity/wordVectors.ts";
import { evenWeights, prepared } from "../preparedTexts.ts";

/** The similarity of the last words of two texts, whichever text comes first. */
function similarity(one: string, other: string): number {
  const [a, b] = [lastWord(one), lastWord(other)];
  const similar = wordSimilarity(a, b);
  expect(wordSimilarity(b, a)).toBe(similar);
  return similar;
}

function lastWord(text: string) {
  return statementWords(prepared(text), evenWeights).content.at(-1)!;
}

describe("two words", () => {
  it("are as similar as can be where they are the same, in whatever name", () => {
    expect(similarity("They met Putin", "They met Vladimir Putin")).toBe(1);
  });

  it.each([
    ["have one stem", "They vaccinated", "The vaccination", 0.97],
    ["have one stem, of which one is a name", "They met Erdogan", "the erdogans", 0.97],
    ["are spellings of one name", "in Kyiv", "in Kiev", 0.97],
    ["belong to names of one country", "in the USA", "in the United States", 0.95],
  ])("count as the same, but not as equal, where they %s", (_, one, other, similar) => {
    expect(similarity(one, other)).toBe(similar);
    expect(similar).toBeGreaterThanOrEqual(sameWord);
  });

  it.each([
    ["report the same", "retreat", "vacate"],
    ["have one beginning", "epidemic", "epidemiology"],
    ["have the beginning of a word of five letters", "mayor", "mayoralty"],
    ["are spelt apart by one letter of four", "halp", "help"],
    ["are spelt apart by three letters of ten", "Krushev", "Khrushchev"],
  ])("mean the same more often than not, but may not, where they %s", (_, one, other) => {
    expect(similarity(one, other)).toBeGreaterThanOrEqual(firmPair);
    expect(similarity(one, other)).toBeLessThan(sameWord);
  });

  it.each([
    ["differ by a letter of three, which makes another word", "yak", "yank"],
    ["begin with the same four letters only", "eurozone", "Europol"],
    ["are spelt apart by half of their letters", "the Gormsk", "the Gelmsy"],
    ["are a number and a word spelt like it", "They saw seven", "Of the seventh"],
    ["are two numbers", "flight 1549", "flight 1548"],
    ["are two ordinals", "The 1900th", "The 1901st"],
    ["are the unit of a count and a word like it", "They sold 10 million euros", "the eurozone"],
    ["are one that no vector is known of and a common one", "zzyqx", "a year"],
  ])("have nothing in common where they %s", (_, one, other) => {
    expect(similarity(one, other)).toBeLessThan(0.1);
  });

  it("are as near as their vectors, where no list and no spelling says more", () => {
    expect(similarity("economy", "economist")).toBe(relatedness("economi", "economist"));
  });
});
