import { describe, expect, it } from "vitest";
import { comparePage } from "../../../../src/engine/match/comparePage.ts";
import { stockPhrases } from "../../../../src/engine/match/score/stockPhrases.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const margin =
  "The margin of sampling error is plus or minus three percentage points for all voters.";
const pair = comparePage(
  readingOf("page", [margin]),
  libraryOf(readingOf("corpus", [margin])),
).find(({ comparison }) => comparison.words !== null);

/** The stock phrases where articles of the given likeness, seasons apart, have the words of one passage. */
function phrasesAmong(
  likenesses: readonly number[],
  { farDays = 1, isQuoted = false, days = 100 as number | null } = {},
) {
  const pairs = likenesses.map((likeness, article) => {
    const features = { ...pair!.comparison.features, likeness, farDays };
    const comparison = { ...pair!.comparison, features, story: { likeness, days } };
    return { ...pair!, article, stored: { ...pair!.stored, isQuoted }, comparison };
  });
  return [...stockPhrases(pairs)];
}

describe("a set phrase", () => {
  it("stands in two articles that tell other stories", () => {
    expect(phrasesAmong([0.15, 0.15])).toEqual([pair!.pagePassage]);
  });

  it("stands in four of them if their days are not known", () => {
    const undated = { farDays: 0, days: null };
    expect(phrasesAmong([0.1, 0.1, 0.1, 0.1], undated)).toEqual([pair!.pagePassage]);
    expect(phrasesAmong([0.1, 0.1, 0.1], undated)).toEqual([]);
  });

  it.each([
    ["in one", [0.1], {}],
    ["in articles as alike as those that tell the same", [0.1, 0.2], {}],
    ["in articles that tell the same", [0.1, 0.25], {}],
    ["in one season", [0.1, 0.1], { farDays: 0 }],
    ["in quotes", [0.1, 0.1], { isQuoted: true }],
  ])("is none %s", (_name, likenesses, given) => {
    expect(phrasesAmong(likenesses, given)).toEqual([]);
  });
});
