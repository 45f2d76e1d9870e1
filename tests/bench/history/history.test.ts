import { describe, expect, it } from "vitest";
import { historySvg } from "./historySvg.ts";
import { numberIn, type VersionFigures, withMeasure } from "./versionFigures.ts";

const goal = (figure: string, its: string | null) => ({
  what: "page",
  figure,
  goal: its,
  isMet: null,
});

function figuresOf(version: string, page: string, goalOf: string | null): VersionFigures {
  const empty = { version, date: "2026-11-28", machine: "2 cores", measures: {} };
  return withMeasure(empty, "index <speed>", [goal(page, goalOf)]);
}

describe("a figure in words", () => {
  it.each([
    ["12.3 MB/s", 12.3],
    ["1,847 × faster", 1847],
    ["9.0 ms, at most 12.5 ms", 9],
    ["–", null],
  ])("%s is %d", (words, value) => {
    expect(numberIn(words)).toBe(value);
  });
});

describe("the history", () => {
  it("keeps a measure's newest rows, and other measures", () => {
    const one = withMeasure(figuresOf("0.1.0", "9 ms", null), "size", [goal("5 KB", null)]);
    const { measures } = withMeasure(one, "index <speed>", [goal("8 ms", null)]);
    expect(measures["index <speed>"]).toEqual({ page: { figure: "8 ms", goal: null } });
    expect(Object.keys(measures)).toEqual(["index <speed>", "size"]);
  });

  it("names a row without what else was measured of it", () => {
    const rows = [{ ...goal("2.1 ×", null), what: "only spaces (9 ms)" }];
    const { measures } = withMeasure(figuresOf("0.1.0", "9 ms", null), "growth", rows);
    expect(Object.keys(measures.growth ?? {})).toEqual(["only spaces"]);
  });

  it.each([
    ["≤ 10 ms", "9 ms", "12 ms", "+33 %", "#a3231b"],
    ["≤ 10 ms", "12 ms", "9 ms", "-25 %", "#0b7a4b"],
    ["≥ 10 ms", "9 ms", "12 ms", "+33 %", "#0b7a4b"],
    ["≤ 10 ms", "9 ms", "9.3 ms", "+3 %", "#625d54"],
  ])("says for the goal %s of %s → %s: %s", (itsGoal, before, now, words, colour) => {
    // By number, and not by letter.
    const svg = historySvg([
      figuresOf("0.10.0", now, itsGoal),
      figuresOf("0.9.0", before, itsGoal),
    ]);
    expect(svg).toContain(`fill="${colour}">${words}</text>`);
    expect(svg).toContain("index &lt;speed>");
    expect(svg).toContain("0.9.0 · 0.10.0");
  });
});
