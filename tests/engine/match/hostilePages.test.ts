import { describe, expect, it } from "vitest";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { libraryOf } from "./libraryOf.ts";

const harvest =
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.";
const library = libraryOf(
  readingOf("corpus", [harvest, "“The ministry has answered no letter,” he said."]),
);

/**
 * Of the processor, whatever else the machine does. Generous: a slow one passes, quadratic work on a
 * megabyte does not.
 */
const mostMs = 5000;

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe("pages made to be slow", () => {
  it.each([
    ["one word a hundred thousand times", "harvest ".repeat(100_000)],
    ["a megabyte of quotation marks", "“a” ".repeat(250_000)],
    ["a megabyte without a space", "x".repeat(1_000_000)],
    ["nothing but signs", "…—,;".repeat(250_000)],
  ])("%s takes no longer than any page", (_name, text) => {
    const start = processorMs();
    const { matches } = matchPage(readingOf("page", [text, harvest]), library);
    expect(processorMs() - start).toBeLessThan(mostMs);
    expect(matches.some(({ exact }) => exact === harvest)).toBe(true);
  });

  it("of endlessly many passages the first are matched", () => {
    const page = readingOf("page", [
      harvest,
      ...new Array<string>(20_000).fill("The harvest failed again in the valley."),
    ]);
    const start = processorMs();
    expect(matchPage(page, library).matches.length).toBeGreaterThan(0);
    expect(processorMs() - start).toBeLessThan(mostMs);
  });
});
