import { describe, expect, it } from "vitest";
import { nameOfPart, partKinds, partOfName } from "../../../src/engine/model/index.ts";

describe("the name of a part of a file", () => {
  it.each(partKinds)("gives back the %s that it was made of", (kind) => {
    const name = nameOfPart("shelf.zip/a.jsonl", kind, 12);
    expect(name).toBe(`shelf.zip/a.jsonl: ${kind} 12`);
    expect(partOfName(name)).toEqual({ whole: "shelf.zip/a.jsonl", kind, number: 12 });
  });

  it("gives back the nearest of several parts", () => {
    const name = nameOfPart(nameOfPart("a\n.jsonl", "line", 1), "version", 2);
    expect(partOfName(name)).toEqual({ whole: "a\n.jsonl: line 1", kind: "version", number: 2 });
  });

  it.each(["a.jsonl", "line 9", "a: page 9", "a: line nine", "a: line 9.txt"])(
    "%j is the name of a whole file",
    (name) => {
      expect(partOfName(name)).toBeNull();
    },
  );
});
