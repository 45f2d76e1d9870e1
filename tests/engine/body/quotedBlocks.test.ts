import { describe, expect, it } from "vitest";
import { marksOfQuotedBlocks } from "../../../src/engine/body/quotedBlocks.ts";

const report =
  "The town council voted on Tuesday evening to build a new bridge over the river, after a debate that lasted for four hours.";

/** The texts of a body with their marks; those that begin with ">" are in quoted blocks. */
function printed(...lines: readonly string[]): readonly string[] {
  const blocks = lines.map((line) =>
    line.startsWith(">")
      ? { text: line.slice(1), element: "blockquote" as const }
      : { text: line, element: "paragraph" as const },
  );
  return marksOfQuotedBlocks(blocks).map(
    ({ before, after }, i) => before + blocks[i]!.text + after,
  );
}

describe("the blocks of a quotation", () => {
  it("get marks as a newspaper prints them", () => {
    expect(printed(report, ">We waited.", ">We go.", ">Carl Sample, innkeeper", report)).toEqual([
      report,
      "“We waited.",
      "“We go.”",
      "— Carl Sample, innkeeper",
      report,
    ]);
  });

  it.each([
    ["have marks already", [">“We waited.”", ">— Carl Sample"]],
    ["quote somebody in their turn", [">The mayor called it “a mistake” again."]],
    ["are no sentences", [">Carl Sample, innkeeper"]],
  ])("get none if they %s", (_, quoted) => {
    expect(printed(report, ...quoted)).toEqual([report, ...quoted.map((line) => line.slice(1))]);
  });

  it("get none on a page that has most of its text in them", () => {
    expect(printed("The council met.", `>${report}`)).toEqual(["The council met.", report]);
  });
});
