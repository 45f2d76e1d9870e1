import { describe, expect, it } from "vitest";
import { readFileMutants } from "../fuzz/fileMutants.ts";
import { readPackMutants } from "../fuzz/packMutants.ts";
import { readSegmentMutants } from "../fuzz/segmentMutants.ts";

/** `npm run fuzz` reads 2,000 of each, and as many as you like. */
const mutants = 400;

describe("files with faults put in at random", () => {
  it.each([
    ["a segment", readSegmentMutants],
    ["a pack", readPackMutants],
  ])("%s is read, or refused by its own error", (_what, readAll) => {
    const { read, refused, faults } = readAll(mutants, 1);
    expect(faults).toEqual([]);
    expect(read + refused).toBe(mutants);
    expect(Math.min(read, refused)).toBeGreaterThan(0);
  });
});

/** `npm run fuzz` reads 2,000 of each kind. */
const files = 140;

it("feeds, pages and lists of news with faults lose no item silently", () => {
  const { read, refused, faults } = readFileMutants(files, 1);
  expect(faults).toEqual([]);
  expect(read + refused).toBe(files);
  expect(Math.min(read, refused)).toBeGreaterThan(0);
});
