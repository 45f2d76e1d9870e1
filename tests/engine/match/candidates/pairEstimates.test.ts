import { describe, expect, it } from "vitest";
import { type ComparedPair, comparePage } from "../../../../src/engine/match/comparePage.ts";
import { leastLogit } from "../../../../src/engine/match/comparison.ts";
import { librarySizePrior } from "../../../../src/engine/match/score/librarySize.ts";
import { corpusReadings } from "../../../eval/corpusReadings.ts";
import { libraryOf } from "../libraryOf.ts";

const readings = [...corpusReadings("tests/fixtures", "documents").values()];

/** Every pair of a page with the other documents, and those that are left by what terms tell. */
const pages = readings.map((page) => {
  const library = libraryOf(...readings.filter((other) => other !== page));
  const least = leastLogit(0.5, librarySizePrior(library.passageCount));
  return { all: comparePage(page, library), kept: comparePage(page, library, { least }), least };
});

describe("what terms tell of a pair", () => {
  it("leaves out none that could be shown, and changes none", () => {
    const shown = ({ pagePassage, stored, comparison: { logit, words } }: ComparedPair) =>
      [pagePassage, stored.id, logit, words?.kind].join(" ");
    for (const { all, kept, least } of pages) {
      const needed = all.filter(({ comparison: { logit, words } }) => logit >= least || words);
      expect(kept.map(shown)).toEqual(expect.arrayContaining(needed.map(shown)));
    }
    const count = pages.flatMap(({ all, least }) =>
      all.filter((pair) => pair.comparison.logit >= least),
    );
    expect(count.length).toBeGreaterThan(10);
  });

  it("leaves out most of the others", () => {
    const count = (which: "all" | "kept") =>
      pages.reduce((sum, page) => sum + page[which].length, 0);
    expect(count("kept")).toBeLessThan(count("all") * 0.6);
  });
});
