import { expect, it } from "vitest";
import { keptShare, rarityOf } from "../../../../src/engine/match/candidates/termRarity.ts";

it.each([
  [1, 1, 1],
  [1, 2, 1],
  [2, 2, 0],
  [1, 9, 1],
  [3, 9, 0.5],
  [9, 9, 0],
])(
  "a term in %i of the %i passages of an article tells them apart by %f",
  (times, count, rarity) => {
    expect(rarityOf(times, count)).toBeCloseTo(rarity, 6);
  },
);

it("a term that an article has throughout keeps 15 percent of its weight", () => {
  expect(keptShare(0)).toBeCloseTo(0.15, 6);
  expect(keptShare(1)).toBe(1);
});
