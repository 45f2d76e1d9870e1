import { describe, expect, it } from "vitest";
import type { Reference } from "../../../src/engine/model/index.ts";
import { countRelations, summarise } from "../../../src/ui/report/reportSummary.ts";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";

function summaryOf(...references: readonly Reference[]) {
  return summarise(report([match({ references })]));
}

describe("summarise", () => {
  it("counts an outlet once, however many passages it prints", () => {
    const summary = summarise(report([match(), match(), match()]));
    expect(summary.passages).toBe(3);
    expect(summary.outlets).toBe(1);
  });

  it("finds the earliest of all references and keeps how its date is known", () => {
    const summary = summaryOf(reference(), reference({ outlet: "A", published: inferred("2017") }));
    expect(summary.earliest).toEqual({ outlet: "A", published: inferred("2017") });
  });

  it("names no earliest where two outlets may have been first", () => {
    const sameDay = reference({ outlet: "A", published: stated("2018-12-31") });
    expect(summaryOf(reference(), sameDay).earliest).toBeNull();
  });

  it("names the earliest all the same where only later ones are on the same day", () => {
    const first = reference({ outlet: "A", published: stated("2018-12-30") });
    const later = reference({ outlet: "B", published: stated("2018-12-31") });
    expect(summaryOf(reference(), later, first).earliest?.outlet).toBe("A");
  });

  it("names no earliest where no date is known", () => {
    expect(summaryOf(reference({ published: null })).earliest).toBeNull();
  });
});

describe("countRelations", () => {
  it("counts in the order from the closest to the farthest and leaves out what is not there", () => {
    const matches = [
      match({ relation: "differs" }),
      match({ relation: "verbatim" }),
      match({ relation: "differs" }),
    ];
    expect(countRelations(matches)).toEqual([
      { relation: "verbatim", count: 1 },
      { relation: "differs", count: 2 },
    ]);
  });
});
