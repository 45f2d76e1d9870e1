import { describe, expect, it } from "vitest";
import { similarityFeatures } from "../../../../src/engine/match/similarity/similarityFeatures.ts";
import { statementWords } from "../../../../src/engine/match/similarity/statementWords.ts";
import { evenWeights, prepared } from "../preparedTexts.ts";

/** What is told of the words that only one of two texts has. */
function leftOver(one: string, other: string) {
  const [a, b] = [one, other].map((text) => statementWords(prepared(text), evenWeights));
  return similarityFeatures(a!, b!);
}

describe("of what only one of two statements says", () => {
  it("six words are as much as can count", () => {
    const bakers = "The bakers danced";
    expect(leftOver(bakers, `${bakers}, and owls saw old green mills burn.`)).toMatchObject({
      restMin: 0,
      restMax: 1,
    });
  });

  it.each([
    ["the same name", "They met Merkel.", "There they saw Merkel.", 0, 1],
    ["other names", "They met Merkel.", "They met Macron.", 1, 1],
    ["a name more", "They met Merkel.", "They met Merkel and Macron.", 0, 1],
    ["a name in one alone", "They met Merkel.", "They met a baker.", 0, 0],
  ])("names count as others where both have one left: %s", (_, one, other, isOther, areBoth) => {
    const told = { otherNames: isOther, bothNamed: areBoth };
    expect(leftOver(one, other)).toMatchObject(told);
    expect(leftOver(other, one)).toMatchObject(told);
  });

  it.each([
    ["the same number", "They saw 40 owls.", "Of 40 owls they told.", 0, 1],
    ["other numbers", "They saw 40 owls.", "They saw 60 owls.", 1, 1],
    ["a number more", "They saw 40 owls.", "They saw 40 owls and 60 kites.", 0, 1],
    ["a number in one alone", "They saw 40 owls.", "They saw owls.", 0, 0],
  ])("numbers count as others where both have one left: %s", (_, one, other, isOther, areBoth) => {
    const told = { otherNumbers: isOther, bothCounted: areBoth };
    expect(leftOver(one, other)).toMatchObject(told);
    expect(leftOver(other, one)).toMatchObject(told);
  });
});
