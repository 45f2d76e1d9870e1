import { describe, expect, it } from "vitest";
import { remember } from "../../../src/engine/text/remember.ts";

describe("a remembered function", () => {
  it("is called once for a word, and again after its cache was emptied", () => {
    const asked: string[] = [];
    const shout = remember(2, (word) => {
      asked.push(word);
      return word.toUpperCase();
    });
    expect([shout("a"), shout("a"), shout("b"), shout("c"), shout("a")]).toEqual([
      "A",
      "A",
      "B",
      "C",
      "A",
    ]);
    expect(asked).toEqual(["a", "b", "c", "a"]);
  });
});
