import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../../src/engine/extract/readStatement.ts";
import { hasExchangedWords } from "../../../../../src/engine/match/relation/wording/exchangedWords.ts";
import { comparePair } from "../../../../../src/engine/match/similarity/comparePair.ts";
import { compared } from "../../preparedTexts.ts";

function isExchanged(pageText: string, corpusText: string): boolean {
  const { page, corpus, alignment } = compared(pageText, corpusText);
  return hasExchangedWords(page, corpus, alignment);
}

describe("words of one's own", () => {
  it.each([
    ["Two bakers were hurt in the fire in Bari.", "Three tanners were hurt in the fire in Bari."],
    ["The ferry to Split was late on Monday.", "The ferry to Split was full on Monday."],
    ["The council closed the old mill in Ghent.", "The council closed the old mine in Ghent."],
    [
      "Three old tanners were hurt in the fire in Bari.",
      "Two young bakers were hurt in the fire in Bari.",
    ],
    [
      "The council closed the quiet old stone mill in Ghent.",
      "The council closed the big new iron mine in Ghent.",
    ],
  ])("stand for each other in one place: %s %s", (page, corpus) => {
    expect(isExchanged(page, corpus)).toBe(true);
    expect(isExchanged(corpus, page)).toBe(true);
  });

  it.each([
    // On one side only.
    [
      "Two bakers were hurt in the fire in Bari.",
      "Two bakers were badly hurt in the fire in Bari.",
    ],
    // Who says it.
    ["The ferry was late, the mayor said.", "The ferry was late, a sailor told reporters."],
    // The sentence goes on in another way.
    [
      "The ferry to Split was late because a wheel had broken off its ramp.",
      "The ferry to Split was late and its seventy passengers slept on the quay.",
    ],
    [
      "Seventy passengers slept on the quay when the ferry to Split was late.",
      "A wheel had broken off its old ramp when the ferry to Split was late.",
    ],
    // Outside the quote.
    [
      "“We will open the old mill again,” the mayor of Ghent promised.",
      "“We will open the old mill again,” wrote a councillor on Monday.",
    ],
    [
      "“We will open the old mill again” is on a bridge in Ghent.",
      "“We will open the old mill again” is on a tram in Ghent.",
    ],
    // Words without meaning of their own.
    ["The ferry to Split was late on Monday.", "A ferry to Split was late on Monday."],
  ])("do not: %s %s", (page, corpus) => {
    expect(isExchanged(page, corpus)).toBe(false);
  });

  it("keep a long run of the same words from being called word for word", () => {
    const rest = "was hurt in the fire at the glass works in Bari on Monday evening.";
    const relationTo = (who: string) =>
      comparePair(readStatement(`The baker ${rest}`), readStatement(`The ${who} ${rest}`)).relation;
    expect(relationTo("tanner")).toBe("near-verbatim");
    expect(relationTo("baker")).toBe("verbatim");
  });
});
