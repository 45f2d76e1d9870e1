import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedMatch } from "../../../src/ui/report/listedMatch.ts";
import { byWeight, steadied } from "../../../src/ui/report/listOrder.ts";
import { match, reference } from "../support/reportBuilder.ts";

function row(key: string, score = 0.9, relation: "verbatim" | "differs" = "verbatim"): ListedMatch {
  const references = [reference({ relation })];
  return { match: match({ references, score }), index: 0, key, isPlaced: true };
}

const keys = (rows: readonly ListedMatch[]) => rows.map(({ key }) => key).join(" ");

describe("a list by weight", () => {
  it("has first what differs, then what is surest, and of equals the first on the page", () => {
    const rows = [row("a", 0.8), row("b", 0.9), row("c", 0.9), row("d", 0.6, "differs")];
    expect(keys(byWeight(rows))).toBe("d b c a");
  });

  it("leaves what has been seen where it is when more is found", () => {
    const weighed = [row("new"), row("a"), row("b"), row("c")];
    expect(keys(steadied(weighed, ["a", "b", "c"], "b"))).toBe("a b new c");
    expect(keys(steadied(weighed, ["a", "b", "c"], null))).toBe("new a b c");
  });

  it("does so when what was seen has gained weight, or has gone", () => {
    const weighed = [row("c"), row("new"), row("a")];
    expect(keys(steadied(weighed, ["a", "b", "c"], "c"))).toBe("a c new");
  });

  it("loses nothing, and moves nothing above what was seen, whatever comes", () => {
    const names = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { minLength: 1 });
    fc.assert(
      fc.property(names, names, fc.nat(), (before, after, at) => {
        const lastSeen = before[at % before.length]!;
        const seen = before.slice(0, before.indexOf(lastSeen) + 1);
        const result = steadied(
          after.map((key) => row(key)),
          before,
          lastSeen,
        ).map(({ key }) => key);
        expect(result.toSorted()).toEqual(after.toSorted());
        const kept = seen.filter((key) => after.includes(key));
        expect(result.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});
