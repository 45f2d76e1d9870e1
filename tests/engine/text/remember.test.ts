import { describe, expect, it } from "vitest";
import { remember } from "../../../src/engine/text/remember.ts";

describe("a remembered function", () => {
  it("is asked once for a word, and again when it had to forget", () => {
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
