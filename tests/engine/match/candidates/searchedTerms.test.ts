import { expect, it } from "vitest";
import { searchedTerms } from "../../../../src/engine/match/candidates/searchedTerms.ts";

it.each([
  ["all terms of a small library", [1, 2, 3], 100, { finding: 3, all: 3 }],
  ["no commoner term to find passages", [900, 1100, 1500], 100, { finding: 2, all: 3 }],
  ["a term at the edge of what finds passages", [999, 1, 1], 100, { finding: 2, all: 3 }],
  ["the terms that just fill the budget", [1500, 2500, 1], 100, { finding: 1, all: 2 }],
  ["no term above the budget", [900, 1100, 2001], 100, { finding: 2, all: 2 }],
  ["more of a large library", [14_000, 20_000, 27_000], 1_000_000, { finding: 2, all: 2 }],
  [
    "all that fill the budget of a large one",
    [14_000, 20_000, 26_000],
    1_000_000,
    { finding: 2, all: 3 },
  ],
  ["few that find passages in a large one", [16_000, 5000, 1], 1_000_000, { finding: 1, all: 3 }],
  ["nothing of a passage without terms", [], 100, { finding: 0, all: 0 }],
])("searches for %s", (_, times, passageCount, expected) => {
  expect(searchedTerms(times, passageCount)).toEqual(expected);
});
