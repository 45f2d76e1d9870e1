import { describe, expect, it } from "vitest";
import { searchWords } from "../../../src/ui/report/searchWords.ts";

describe("the words proposed for a search", () => {
  it.each([
    [
      "are what a passage quotes, if that is enough",
      "“We reached an agreement on the withdrawal,” the minister said.",
      '"We reached an agreement on the withdrawal"',
    ],
    [
      "are the whole passage where it quotes a few words only",
      "The two have a “common will,” the minister said.",
      '"The two have a common will, the minister said"',
    ],
    ["are the passage where it quotes nothing", "The talks go on.", '"The talks go on"'],
    [
      "know the quotation marks of other languages",
      "Er sagte: „Wir haben uns heute geeinigt.“",
      '"Wir haben uns heute geeinigt"',
    ],
  ])("%s", (_, passage, words) => {
    expect(searchWords(passage)).toBe(words);
  });

  it("are no more than a search engine takes", () => {
    expect(searchWords("word ".repeat(100)).split(" ")).toHaveLength(30);
  });
});
