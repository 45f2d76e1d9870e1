import { describe, expect, it } from "vitest";
import { answerTo, isRight, pairSets, readRelationPairs } from "../../support/relationPairs.ts";

/** What is reached must not be lost; `npm run eval -- relation-pairs` prints what is wrong. */
const leastShare = 0.9;

describe("pairs of sentences that rules are made with", () => {
  it.each(pairSets)("%s: nine of ten are told as a reader would", (set) => {
    const pairs = readRelationPairs(set, "development");
    const right = pairs.filter((pair) => isRight(pair.expected, answerTo(set, pair)));
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(leastShare);
  });
});
