import { expect, it } from "vitest";
import { type Standing, splitReport } from "../../../src/engine/match/doubtful.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { libraryOf } from "./libraryOf.ts";

const harvest =
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.";
const edited = harvest.replace("failed after", "was lost to");
const report = matchPage(
  readingOf("page", [harvest]),
  libraryOf(readingOf("same", [harvest]), readingOf("edited", [edited])),
);

/** The articles in both parts of the report, with the relation of their match. */
function partsOf(standings: Readonly<Record<string, Standing>>) {
  const split = splitReport(report, (_, { article }) => standings[article.id]!);
  const told = (matches = split.matches) =>
    matches.map(({ relation, references }) => [
      relation,
      ...references.map(({ article }) => article.id),
    ]);
  return { shown: told(), doubtful: split.doubtful && told(split.doubtful) };
}

it("a report keeps what is shown, and has no doubtful part without a doubtful reference", () => {
  expect(partsOf({ same: "shown", edited: "shown" })).toEqual({
    shown: [["verbatim", "same", "edited"]],
    doubtful: undefined,
  });
  expect(partsOf({ same: "hidden", edited: "hidden" })).toEqual({ shown: [], doubtful: undefined });
});

it("a passage with references of both kinds is in both parts, each with its best relation", () => {
  expect(partsOf({ same: "doubtful", edited: "shown" })).toEqual({
    shown: [["near-verbatim", "edited"]],
    doubtful: [["verbatim", "same"]],
  });
  const [match] = splitReport(report, (_, { article }) =>
    article.id === "same" ? "hidden" : "shown",
  ).matches;
  expect(match?.score).toBe(match?.references[0]?.score);
});
