import { expect, it } from "vitest";
import { joinReports } from "../../../src/background/archive/joinReports.ts";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import { match, reference, report } from "../../ui/support/reportBuilder.ts";

const at = (start: number, ...references: Parameters<typeof reference>[0][]) =>
  match({
    ...{ exact: `Passage at ${start}.`, start, end: start + 15 },
    ...{ relation: references[0]!.relation ?? "reworded", score: references[0]!.score ?? 0.9 },
    references: references.map(reference),
  });

const seen = ({ matches }: MatchReport) =>
  matches.map(({ start, relation, references }) => [
    ...[start, relation],
    ...references.map(({ article }) => `${article.outlet}${article.source ? " (archive)" : ""}`),
  ]);

const own = report([
  at(20, { outlet: "Coast", score: 0.8, relation: "reworded" }),
  at(60, { outlet: "Hill", score: 0.9, relation: "verbatim" }),
]);

it("what only the archive has comes in at its place on the page, and says where it is from", () => {
  const archive = report([at(40, { outlet: "Isle" }), at(0, { outlet: "Bay" })]);
  const joined = joinReports(own, archive, "politics");
  expect(seen(joined)).toEqual([
    [0, "reworded", "Bay (archive)"],
    [20, "reworded", "Coast"],
    [40, "reworded", "Isle (archive)"],
    [60, "verbatim", "Hill"],
  ]);
  expect(joined.matches[0]!.references[0]!.article.source).toEqual({
    kind: "archive",
    name: "politics",
  });
});

it("a passage of both has the best of both, and of equals the library's first", () => {
  const archive = report([
    at(20, { outlet: "Isle", score: 0.95, relation: "verbatim" }, { outlet: "Bay", score: 0.8 }),
  ]);
  expect(seen(joinReports(own, archive, "politics"))).toEqual([
    [20, "verbatim", "Isle (archive)", "Coast", "Bay (archive)"],
    [60, "verbatim", "Hill"],
  ]);
});

it("an article that the library has too is the library's, at whatever passage", () => {
  const archive = report([at(20, { outlet: "Hill" }), at(40, { outlet: "Coast" })]);
  expect(seen(joinReports(own, archive, "politics"))).toEqual(seen(own));
});

it("marks do not lie over each other: of a quote and its sentence the better one stands", () => {
  const archive = report([
    match({ ...{ exact: "Passage", start: 22, end: 50, score: 0.95 }, references: [reference()] }),
    match({ ...{ exact: "Passage", start: 62, end: 90, score: 0.6 }, references: [reference()] }),
  ]);
  const others = archive.matches.map((one, i) => ({
    ...one,
    references: [reference({ outlet: "Isle", score: i === 0 ? 0.95 : 0.6 })],
  }));
  const joined = joinReports(own, report(others), "politics");
  expect(joined.matches.map(({ start }) => start)).toEqual([22, 60]);
});

it("no match has more references than a card shows", () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ outlet: `Outlet ${i}`, score: 0.99 }));
  const joined = joinReports(own, report([at(20, ...many)]), "politics");
  expect(joined.matches[0]!.references).toHaveLength(8);
});
