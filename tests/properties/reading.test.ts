import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../support/hostileText.ts";
import { problemsOf } from "../support/readingChecks.ts";

describe("any article", () => {
  it("is read without an error, with every span in bounds", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, body) => {
        expect(problemsOf(title, body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
