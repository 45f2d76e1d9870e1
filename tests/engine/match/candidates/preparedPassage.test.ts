import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { preparePassage } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { evenWeights, prepared } from "../preparedTexts.ts";

describe("of a text without end", () => {
  it("160 words are compared", () => {
    const passage = prepared("owl ".repeat(200));
    expect(passage.words).toHaveLength(160);
    expect(passage.units).toHaveLength(160);
  });

  it("4000 letters are read", () => {
    const passage = prepared(`${"owl".repeat(1300)} ${"kite".repeat(20)} ${"geese ".repeat(9)}`);
    expect(passage.text).toHaveLength(4000);
    expect(passage.words.at(-1)!.end).toBeLessThanOrEqual(4000);
  });
});

describe("facts that overlap", () => {
  const text = "May 3 was warm.";
  const passage = readStatement(text);
  const named = (start: number, end: number) => {
    const [name] = readStatement("They met Angela Merkel.").names;
    return { ...name!, start, end };
  };
  const factsOf = (names: ReturnType<typeof named>[]) =>
    preparePassage({ ...passage, names }, evenWeights)
      .units.filter(({ kind }) => kind !== "word")
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  it("are one: that which begins first", () => {
    expect(factsOf([named(4, 9)])).toEqual(["date May 3"]);
  });

  it("of two that begin together, the longer", () => {
    expect(factsOf([named(0, 3)])).toEqual(["date May 3"]);
    expect(factsOf([named(0, 9)])).toEqual(["name May 3 was"]);
  });

  it("without a letter are none", () => {
    expect(factsOf([named(0, 0)])).toEqual(["date May 3"]);
  });
});
