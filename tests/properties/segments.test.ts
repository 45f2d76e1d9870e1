import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createLibrary,
  openSegment,
  SegmentError,
  verifySegment,
  writeSegment,
} from "../../src/engine/library/index.ts";
import { headLength } from "../../src/engine/library/segmentLayout.ts";
import { readingOf } from "../engine/library/readingBuilder.ts";

const good = writeSegment([
  readingOf("a", [
    {
      text: "On Saturday 12 ministers met in Moscow.",
      speaker: "Sergey Lavrov",
      via: ["TASS"],
      names: [{ start: 32, end: 38, canonical: "Moscow", key: "moscow", kind: "place" }],
      dates: [{ start: 3, end: 11, value: "2018-12-29", precision: "day", relative: true }],
      numbers: [{ start: 12, end: 14, value: 12, upper: 13, unit: null, bound: "about" }],
    },
    "The grain harvest failed in the southern valleys.",
  ]),
  readingOf("b", ["Grain prices rose after the harvest failed."]),
]);

/** Reads everything that a segment gives; returns "refused" if it is refused as one. */
function readAll(bytes: Uint8Array): "read" | "refused" {
  try {
    const segment = openSegment(bytes);
    const library = createLibrary([segment]);
    for (let i = 0; i < library.articleCount; i++) {
      segment.rows.article(i);
      const { first, count } = library.passagesOf(i);
      expect(first + count).toBeLessThanOrEqual(library.passageCount);
    }
    for (let i = 0; i < library.passageCount; i++) {
      const passage = library.passage(i);
      expect(passage.text.length).toBeLessThanOrEqual(bytes.length / 2);
      expect(library.articleOf(i)).toBeLessThan(library.articleCount);
      for (const hash of library.termsOf(i)) {
        expect(library.documentFrequency(hash)).toBeLessThanOrEqual(bytes.length / 4);
      }
    }
    return "read";
  } catch (error) {
    if (error instanceof SegmentError) return "refused";
    throw error;
  }
}

describe("segments that are damaged", () => {
  it("a flipped bit anywhere is read safely or refused, and verifying finds it", () => {
    fc.assert(
      fc.property(fc.nat(good.length * 8 - 1), (bit) => {
        const bytes = good.slice();
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        readAll(bytes);
        expect(() => verifySegment(bytes)).toThrow(SegmentError);
      }),
      { numRuns: 2000 },
    );
  });

  it("many wrong bytes after the header are read safely or refused", () => {
    const place = fc.record({
      at: fc.integer({ min: headLength * 4, max: good.length - 1 }),
      value: fc.nat(255),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 200 }), (places) => {
        const bytes = good.slice();
        for (const { at, value } of places) bytes[at] = value;
        readAll(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it("a segment cut anywhere is refused", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), (length) => {
        expect(readAll(good.slice(0, length))).toBe("refused");
      }),
      { numRuns: 500 },
    );
  });
});
