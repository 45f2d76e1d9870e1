import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutLongStrings } from "../../../src/ingest/metadata/shortenedJson.ts";

/** The same value with the strings that are longer, as they are written, emptied. */
function shortened(value: unknown, most: number): unknown {
  return JSON.parse(JSON.stringify(value), (_, its) =>
    typeof its === "string" && JSON.stringify(its).length - 2 > most ? "" : its,
  );
}

it("empties long strings and nothing else, whatever is in them", () => {
  const texts = fc
    .array(fc.constantFrom('"', "\\", "\n", "a", ",", "}", " "))
    .map((all) => all.join(""));
  const values = fc.array(fc.record({ headline: texts, n: fc.integer(), parts: fc.array(texts) }));
  fc.assert(
    fc.property(values, fc.integer({ min: 10, max: 20 }), (value, most) => {
      const json = withoutLongStrings(JSON.stringify(value), most);
      expect(JSON.parse(json)).toEqual(shortened(value, most));
    }),
  );
});

it("copes with a last string that has no end", () => {
  expect(withoutLongStrings('{"a": "bcdef', 3)).toBe('{"a": "');
});
