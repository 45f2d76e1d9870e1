import { describe, expect, it } from "vitest";
import { withPublicPart } from "../../src/background/publicPart.ts";
import type { PassageId, Relation } from "../../src/engine/model/index.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

/** A match of ten characters. Those with the same passage id refer to one passage. */
function at(start: number, relation: Relation, id = `passage ${start}`) {
  const best = { ...reference({ relation }), passage: { id: id as PassageId, text: id } };
  return match({ start, end: start + 10, relation, references: [best] });
}
const placesAndRelations = (matches: readonly { start: number; relation: Relation }[]) =>
  matches.map(({ start, relation }) => `${start} ${relation}`);

describe("the report that a reader sees", () => {
  it("is the one over all corpora", () => {
    const all = report([at(0, "verbatim"), at(20, "verbatim"), at(40, "reworded")]);
    const shared = report([at(0, "differs"), at(40, "reworded")]);
    expect(withPublicPart(all, shared)).toEqual(all);
  });

  it("holds public matches too that private ones crowded out", () => {
    const title = match({ in: "title", start: 0, end: 10 });
    const all = report([at(0, "verbatim"), at(40, "verbatim")]);
    const shown = withPublicPart(all, report([title, at(20, "differs")]));
    expect(shown.matches.map(({ start }) => start)).toEqual([0, 0, 20, 40]);
    expect(shown.matches[0]).toBe(title);
  });

  it("has a few copies of a private passage, and all of a public one", () => {
    const places = Array.from({ length: 40 }, (_, i) => i * 20);
    const own = report(places.map((start) => at(start, "verbatim", "kept")));
    expect(withPublicPart(own, report([])).matches).toHaveLength(3);
    expect(withPublicPart(own, own).matches).toHaveLength(40);
    const shared = report(places.map((start) => at(start, "reworded", "printed")));
    const shown = placesAndRelations(withPublicPart(own, shared).matches);
    expect(shown.slice(0, 5)).toEqual([
      "0 verbatim",
      "20 verbatim",
      "40 verbatim",
      "60 reworded",
      "80 reworded",
    ]);
  });
});
