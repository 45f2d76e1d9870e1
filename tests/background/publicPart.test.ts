import { describe, expect, it } from "vitest";
import { withPublicPart } from "../../src/background/publicPart.ts";
import type { Relation } from "../../src/engine/model/index.ts";
import { match, report } from "../ui/support/reportBuilder.ts";

const at = (start: number, relation: Relation) => match({ start, end: start + 10, relation });
const places = (matches: readonly { start: number }[]) => matches.map(({ start }) => start);

describe("what a page's scripts may see of a report", () => {
  it("is what public corpora say, whatever the private ones add", () => {
    const all = report([at(0, "verbatim"), at(20, "verbatim"), at(40, "reworded")]);
    const shared = report([at(0, "differs"), at(40, "reworded")]);
    const { report: shown, publicRelations } = withPublicPart(all, shared);
    expect(shown.matches).toEqual(all.matches);
    expect(publicRelations).toEqual(["differs", null, "reworded"]);
  });

  it("holds public matches too that private ones crowded out", () => {
    const title = match({ in: "title", start: 0, end: 10 });
    const all = report([at(0, "verbatim"), at(40, "verbatim")]);
    const shared = report([title, at(20, "differs")]);
    const { report: shown, publicRelations } = withPublicPart(all, shared);
    expect(places(shown.matches)).toEqual([0, 0, 20, 40]);
    expect(shown.matches[0]).toBe(title);
    expect(publicRelations).toEqual(["reworded", null, "differs", null]);
  });
});
