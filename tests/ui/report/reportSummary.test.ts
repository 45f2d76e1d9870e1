import { describe, expect, it } from "vitest";
import type {
  ArticleSource,
  DifferenceKind,
  Reference,
  Relation,
} from "../../../src/engine/model/index.ts";
import { countRelations, summarise } from "../../../src/ui/report/reportSummary.ts";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";

function summaryOf(...references: readonly Reference[]) {
  return summarise(report([match({ references })]));
}

const verbatim = (parts: Parameters<typeof reference>[0] = {}) =>
  reference({ relation: "verbatim", ...parts });

describe("summarise", () => {
  it("counts an outlet once, however many passages it prints", () => {
    const summary = summarise(report([match(), match(), match()]));
    expect(summary.passages).toBe(3);
    expect(summary.outlets).toBe(1);
  });

  it("finds who had the words of a passage first and keeps how its date is known", () => {
    const earlier = verbatim({ outlet: "A", published: inferred("2017") });
    expect(summaryOf(verbatim(), earlier).earliest).toMatchObject({
      outlet: "A",
      published: inferred("2017"),
    });
  });

  it("says of the earliest which other site brought it under the outlet's name", () => {
    const earlier = verbatim({ outlet: "Reuters", published: stated("2009-03-05") });
    const brought = (source: ArticleSource) => ({
      ...earlier,
      article: { ...earlier.article, source },
    });
    const named = (source: ArticleSource) =>
      summaryOf(verbatim(), brought(source)).earliest?.outlet;
    expect(named({ kind: "feed", name: "evil.example" })).toBe("Reuters (evil.example)");
    expect(named({ kind: "page", name: "evil.example" })).toBe("Reuters (evil.example)");
    expect(named({ kind: "file", name: "a.jsonl" })).toBe("Reuters");
  });

  it("counts the passages that stand in the earliest article", () => {
    const first = verbatim({ outlet: "A", published: stated("2016-07-18") });
    const summary = summarise(
      report([
        match({ references: [first] }),
        match({ references: [verbatim(), first] }),
        match({ references: [verbatim()] }),
        match({ references: [reference({ outlet: "A", published: stated("2016-07-18") })] }),
      ]),
    );
    expect(summary.earliest).toMatchObject({ outlet: "A", passages: 2 });
  });

  it.each(["reworded", "differs", "contradicts"] as const)(
    "takes nobody for the earliest who only has the same matter (%s)",
    (relation) => {
      const background = reference({ relation, outlet: "A", published: stated("2016-07-18") });
      expect(summaryOf(verbatim(), background).earliest?.outlet).toBe("The Moscow Times");
      expect(summaryOf(background).earliest).toBeNull();
    },
  );

  it("names no earliest where two outlets may have been first", () => {
    const sameDay = verbatim({ outlet: "A", published: stated("2018-12-31") });
    expect(summaryOf(verbatim(), sameDay).earliest).toBeNull();
  });

  it("names the earliest all the same where only later ones are on the same day", () => {
    const first = verbatim({ outlet: "A", published: stated("2018-12-29") });
    const later = verbatim({ outlet: "B", published: stated("2018-12-31") });
    expect(summaryOf(verbatim(), later, first).earliest?.outlet).toBe("A");
  });

  it("names no earliest where no date is known", () => {
    expect(summaryOf(verbatim({ published: null })).earliest).toBeNull();
  });
});

describe("what another outlet has otherwise", () => {
  const differing = (kind: DifferenceKind, relation: Relation = "differs") =>
    match({
      references: [reference({ relation, differences: [{ kind, page: "250", corpus: "200" }] })],
    });

  it("is counted by passages, whatever is other in each", () => {
    const { changes } = summarise(
      report([
        differing("number"),
        differing("number"),
        differing("date"),
        differing("place"),
        differing("actor"),
        differing("omitted", "near-verbatim"),
        differing("negation", "contradicts"),
        // Alike all the same.
        differing("number", "near-verbatim"),
        differing("wording", "verbatim"),
      ]),
    );
    expect(changes).toEqual({
      ...{ quotesChanged: 1, numbersDiffer: 2, datesDiffer: 1, othersDiffer: 2, atOdds: 1 },
    });
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
