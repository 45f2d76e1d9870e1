import { describe, expect, it } from "vitest";
import { growthOf, timeOfWork } from "./growth.ts";
import { textOf } from "./pieces.ts";

const bounds = { enoughMs: 3, longest: 32_768 };

/** What the measure says of a pattern and a text that is made for it. */
function isTooFast(pattern: RegExp, piece: string, tail: string): boolean {
  const read = (text: string) => timeOfWork(() => pattern.test(text));
  const text = (length: number) => textOf({ name: "", head: "", piece, tail }, length);
  return growthOf(text, read, bounds).isTooFast;
}

describe("the measure of growth", () => {
  // As with readers, one of several texts is enough: a slow moment of the machine hides growth once.
  it.each([
    ["exponential", /^\s*(?:<!--[\s\S]*?-->\s*)*<html\b/, ["<!---->", "<!-- -->"], "<body>"],
    ["quadratic", /\s+$/, [" ", "\t", " \n"], "x"],
    ["worse than quadratic", /\S+@\S+\.\S+$/, ["a@", "ab@"], " "],
  ])("finds what is %s", (_what, pattern, pieces, tail) => {
    expect(pieces.some((piece) => isTooFast(pattern, piece, tail))).toBe(true);
  });

  it.each([
    ["a scan", /x$/, "a", "y"],
    ["a guarded end", /(?<!\s)\s+$/, " ", "x"],
  ])("lets %s pass", (_what, pattern, piece, tail) => {
    expect(isTooFast(pattern, piece, tail)).toBe(false);
  });
});
