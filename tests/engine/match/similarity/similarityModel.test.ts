import { describe, expect, it } from "vitest";
import {
  evenness,
  likenessOf,
  type SimilarityModel,
  scaled,
} from "../../../../src/engine/match/similarity/similarityModel.ts";

it("a feature unlike any in training counts as four deviations", () => {
  const model = { features: ["rest"], means: [1], deviations: [2] };
  const scale = (rest: number) => scaled({ rest }, model)[0];
  expect([1, 7, 8.9, 9, 11, -100].map(scale)).toEqual([0, 3, 3.95, 4, 4, -4]);
});

describe("a statement of a share of the other's length", () => {
  const model: SimilarityModel = {
    features: ["lengthRatio"],
    means: [0],
    deviations: [1],
    graded: { intercept: 0, weights: [0] },
    even: { hidden: [], out: { intercept: 4, weights: [] } },
    within: { intercept: -2, weights: [0] },
  };

  it.each([
    [0.2, 0, -2],
    [0.35, 0, -2],
    [0.45, 0.5, 1],
    [0.55, 1, 4],
    [1, 1, 4],
  ])("of %f is compared as an equal by %f", (lengthRatio, even, logit) => {
    expect(evenness({ lengthRatio })).toBeCloseTo(even, 6);
    expect(likenessOf({ lengthRatio }, model).logit).toBeCloseTo(logit, 6);
  });
});
