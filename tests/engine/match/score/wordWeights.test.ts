import { expect, it } from "vitest";
import { weightOfTerm } from "../../../../src/engine/match/score/wordWeights.ts";
import { termHash } from "../../../../src/engine/text/termHash.ts";

const rare = termHash("stem", "zuxqor");

it.each([
  ["that the library does not have", 0, 200, 12.5],
  ["in a quarter of a small library, as if it had two hundred passages more", 100, 200, 7.25],
  ["in one passage of a large one, as in news at large", 1, 1_000_000, 12.5],
])("a rare word %s weighs so many bits", (_name, times, passageCount, bits) => {
  expect(weightOfTerm(rare, times, passageCount)).toBeCloseTo(bits, 6);
});
