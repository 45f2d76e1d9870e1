import { expect, it } from "vitest";
import { indicesIn } from "../../src/content/indicesIn.ts";
import { match, report } from "../ui/support/reportBuilder.ts";

const at = (...starts: readonly number[]) =>
  report(starts.map((start) => match({ start, end: start + 5 })));

it("matches are found in a longer report, and those that have gone are not", () => {
  const moved = indicesIn(at(5, 10, 20, 40), at(10, 30, 40));
  expect([0, 1, 2, 3].map(moved)).toEqual([1, null, 3, null]);
});

it("nothing is found without a report", () => {
  expect(indicesIn(null, at(10))(0)).toBeNull();
  expect(indicesIn(at(10), null)(0)).toBeNull();
});
