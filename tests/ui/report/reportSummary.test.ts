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

/** The outlet that was surely the first. */
function firstOutlet(...references: readonly Reference[]): string | undefined {
  const first = summaryOf(...references).earliest;
  return first.kind === "outlet" ? first.printing.outlet : undefined;
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
    expect(summaryOf(verbatim(), earlier).earliest).toEqual({
      kind: "outlet",
      printing: { outlet: "A", published: inferred("2017") },
    });
  });

  it("says of the earliest which other site brought it under the outlet's name", () => {
    const earlier = verbatim({ outlet: "Reuters", published: stated("2009-03-05") });
    const brought = (source: ArticleSource) => ({
      ...earlier,
      article: { ...earlier.article, source },
    });
    const named = (source: ArticleSource) => firstOutlet(verbatim(), brought(source));
    expect(named({ kind: "feed", name: "evil.example" })).toBe("Reuters (evil.example)");
    expect(named({ kind: "page", name: "evil.example" })).toBe("Reuters (evil.example)");
    expect(named({ kind: "file", name: "a.jsonl" })).toBe("Reuters");
  });

  it.each(["reworded", "differs", "contradicts"] as const)(
    "takes nobody for the earliest who only has the same matter (%s)",
    (relation) => {
      const background = reference({ relation, outlet: "A", published: stated("2016-07-18") });
      const carrier = verbatim({ published: stated("2018-12-29") });
      expect(firstOutlet(carrier, background)).toBe("The Moscow Times");
      expect(summaryOf(background).earliest).toEqual({ kind: "unknown" });
    },
  );

  it("names all that may have been first, the page among them", () => {
    const sameDay = verbatim({ outlet: "A", published: stated("2018-12-31") });
    expect(summaryOf(verbatim(), sameDay).earliest).toEqual({
      kind: "together",
      outlets: ["The Moscow Times", "A", null],
    });
  });

  it("says so where the page itself was first, as the view in time does", () => {
    const later = verbatim({ published: stated("2019-01-05") });
    expect(summaryOf(later).earliest).toEqual({ kind: "page" });
  });

  it("names the earliest all the same where only later ones are on the same day", () => {
    const first = verbatim({ outlet: "A", published: stated("2018-12-29") });
    const later = verbatim({ outlet: "B", published: stated("2018-12-31") });
    expect(firstOutlet(verbatim(), later, first)).toBe("A");
  });

  it("names no earliest where no date is known", () => {
    const undated = report([match({ references: [verbatim({ published: null })] })]);
    const page = { ...undated.page, published: null };
    expect(summarise({ ...undated, page }).earliest).toEqual({ kind: "unknown" });
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
