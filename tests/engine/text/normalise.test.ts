import { describe, expect, it } from "vitest";
import { normalise } from "../../../src/engine/text/normalise.ts";

const cases: readonly (readonly [string, string, string])[] = [
  ["quotation marks", "“a” «b» „c“ ‘d’ 「e」", '"a" "b" "c" \'d\' "e"'],
  ["dashes and hyphens", "a—b – c -- d - e‐f", "a–b – c – d – e-f"],
  ["white space", " a \t b\u00a0\u2009c\nd ", "a b c d"],
  ["blank lines, which stay", "a\r\n \r\nb\n\n\n\nc", "a\n\nb\n\nc"],
  ["invisible characters", "\ufeffco\u00adoper\u200bate\u200d", "cooperate"],
  ["ligatures and the ellipsis", "ﬁne oﬃce…", "fine office..."],
  [
    "decomposed accents",
    "Erdog\u0306an C\u0327avus\u0327og\u0306lu",
    "Erdo\u011fan \u00c7avu\u015fo\u011flu",
  ],
  ["an accent behind an invisible character", "cafe\u200b\u0301", "caf\u00e9"],
  ["hyphens with an invisible character between", "a -\u200b- b", "a – b"],
  ["full-width letters", "ＡＢ１２！", "AB12!"],
];

describe("normalise", () => {
  it.each(cases)("folds %s", (_, from, to) => {
    expect(normalise(from).text).toBe(to);
  });

  it("returns the text itself if nothing changes", () => {
    const text = 'Plain text, "quoted" and well-known.';
    expect(normalise(text).text).toBe(text);
    expect(normalise(text).toOriginal(7)).toBe(7);
  });

  it("maps back to where a character came from", () => {
    const original = "  “A”\u00a0 oﬃce\u200b… ";
    const { text, toOriginal } = normalise(original);
    expect(text).toBe('"A" office...');
    expect(toOriginal(0)).toBe(2);
    expect(toOriginal(text.indexOf("o"))).toBe(original.indexOf("o"));
    expect(toOriginal(text.indexOf("ce"))).toBe(original.indexOf("ce"));
    expect(toOriginal(text.length)).toBe(original.length - 1);
  });
});
