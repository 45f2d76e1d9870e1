import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonSubsequence } from "../../../src/engine/text/commonSubsequence.ts";

/** The length of a longest common subsequence, by trying everything. */
function longest(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a[0] === b[0]) return 1 + longest(a.slice(1), b.slice(1));
  return Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
}

const words = fc.array(fc.constantFrom("the", "talks", "go", "on"), { maxLength: 7 });

describe("what two sequences have in common", () => {
  it("is as long as possible, in the order of both", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const common = commonSubsequence(a, b, 1_000) ?? [];
        expect(common).toHaveLength(longest(a, b));
        common.forEach(({ inA, inB }, at) => {
          expect(a[inA]).toBe(b[inB]);
          expect(inA).toBeGreaterThan(common[at - 1]?.inA ?? -1);
          expect(inB).toBeGreaterThan(common[at - 1]?.inB ?? -1);
        });
      }),
    );
  });

  it("is not computed if the table would be too large, and common ends need no table", () => {
    const many = Array.from({ length: 100 }, (_, at) => `word ${at}`);
    expect(commonSubsequence(many, many.toReversed(), 1_000)).toBeNull();
    expect(commonSubsequence(many, [...many, "more"], 4)).toHaveLength(100);
  });
});
