import { describe, expect, it } from "vitest";
import { packNameSpan, unpackNameSpan } from "../../../src/engine/library/nameSpan.ts";

describe("the span of a name in one word", () => {
  it.each([
    { start: 0, length: 1, kind: 0 },
    { start: 131, length: 14, kind: 3 },
    { start: 2 ** 20 - 1, length: 2 ** 10 - 1, kind: 3 },
  ])("can store $start, $length and $kind", (span) => {
    expect(unpackNameSpan(packNameSpan(span)!)).toEqual(span);
  });

  it.each([
    { start: 2 ** 20, length: 5, kind: 1 },
    { start: 5, length: 2 ** 10, kind: 1 },
    { start: -1, length: 5, kind: 1 },
  ])("cannot store $start and $length", (span) => {
    expect(packNameSpan(span)).toBeNull();
  });
});
