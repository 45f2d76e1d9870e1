import { describe, expect, it } from "vitest";
import { fewnessOf, librarySizePrior } from "../../../../src/engine/match/score/librarySize.ts";

describe("the size of a library", () => {
  it("helps in a small one, less and less up to the usual size", () => {
    expect([0, 100, 200].map(fewnessOf)).toEqual([1, 1, 1]);
    expect(fewnessOf(201)).toBeLessThan(1);
    expect(fewnessOf(1000)).toBeGreaterThan(fewnessOf(5000));
    expect([10_000, 1_000_000].map(fewnessOf)).toEqual([0, 0]);
  });

  it("counts against a pair in a large one, up to the largest", () => {
    expect([0, 200, 10_000].every((count) => librarySizePrior(count) === 0)).toBe(true);
    expect(librarySizePrior(100_000)).toBeCloseTo(-1.1);
    expect(librarySizePrior(1_000_000)).toBe(librarySizePrior(200_000));
    expect(librarySizePrior(200_000)).toBeLessThan(librarySizePrior(199_999));
    expect(librarySizePrior(1_000_000, false)).toBe(0);
  });
});
