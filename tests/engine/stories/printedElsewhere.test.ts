import { describe, expect, it } from "vitest";
import type { ArticleReading, Difference } from "../../../src/engine/model/index.ts";
import { withoutPrintedElsewhere } from "../../../src/engine/stories/printedElsewhere.ts";

const reading = (body: string) => ({ article: { body } }) as ArticleReading;
const split = reading("“We can’t wait until spring,” she said. “And the ice is thick.”");
const whole = reading("“We can't wait until spring, and the ice is thick,” she said.");

describe("words that a quote leaves out", () => {
  it.each<[string, Difference, boolean]>([
    ["are kept", { kind: "omitted", page: "", corpus: "wait for the next spring" }, true],
    [
      "are dropped where its article prints them in another place",
      { kind: "omitted", page: "", corpus: "We can't wait until spring" },
      false,
    ],
    ["are kept where they are few", { kind: "omitted", page: "", corpus: "the ice" }, true],
    [
      "are kept where they are other words",
      { kind: "exchanged", page: "a", corpus: "and the ice is thick" },
      true,
    ],
  ])("%s", (_name, difference, isKept) => {
    expect(withoutPrintedElsewhere([difference], split, whole)).toEqual(isKept ? [difference] : []);
  });

  it("are looked for in the other article where that leaves them out", () => {
    const added: Difference = { kind: "added", page: "We can’t wait until spring", corpus: "" };
    expect(withoutPrintedElsewhere([added], split, whole)).toEqual([]);
    expect(withoutPrintedElsewhere([added], split, reading("Nothing."))).toEqual([added]);
  });
});
