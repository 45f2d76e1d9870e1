import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { preparePassage } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { groupsOf } from "../../../../src/engine/match/score/relatedWords.ts";
import { stem } from "../../../../src/engine/text/stems.ts";
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
    expect(factsOf([named(12, 12)])).toEqual(["date May 3"]);
  });
});

/** A text in which some words are a name. */
function withName(text: string, words: string) {
  const [name] = readStatement("They met Angela Merkel.").names;
  const start = text.indexOf(words);
  const names = [{ ...name!, start, end: start + words.length }];
  return preparePassage({ ...readStatement(text), names, numbers: [] }, evenWeights);
}

describe("without a space between them", () => {
  const textsOf = ({ units, text }: ReturnType<typeof prepared>) =>
    units.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  it("a number and the words beside it are units of their own", () => {
    expect(textsOf(prepared("人が来た40"))).toEqual(["word 人が来た", "number 40"]);
    expect(textsOf(prepared("40人が来た"))).toEqual(["number 40", "word 人が来た"]);
  });

  it("a name and the word after it are", () => {
    const passage = withName("40人が来た", "40");
    expect(textsOf(passage)).toEqual(["name 40", "word 人が来た"]);
    expect(passage.classKeys[1]).toBe(prepared("人が来た").classKeys[0]);
  });
});

it("a name is one word of content, and a text in ideographs has a word for each two", () => {
  expect(prepared("They met Angela Merkel.").contentWords).toBe(2);
  expect(prepared("東京大学").contentWords).toBe(2);
});

it("of a name that begins with a light word, each word is a class of its own", () => {
  const { classKeys, units } = withName("They flew to The Hague.", "The Hague");
  expect(units.at(-1)).toMatchObject({ kind: "name", parts: [expect.any(Number)] });
  expect(classKeys.at(-2)).toBe(units.at(-1)!.key);
  expect(classKeys.at(-1)).not.toBe(units.at(-1)!.key);
});

describe("words that are related to a unit", () => {
  const groups = groupsOf(stem("retreat"));
  const groupsWith = (known: "names" | "numbers", end: number) => {
    const { names, numbers } = readStatement("They told Angela Merkel of 40.");
    const fact = known === "names" ? names[0]! : numbers[0]!;
    const passage = { ...readStatement("retreat ended"), [known]: [{ ...fact, start: 0, end }] };
    return preparePassage(passage, evenWeights).units[0]!.groups;
  };

  it("are those of its word, and of a name of one word", () => {
    expect(groups.length).toBeGreaterThan(0);
    expect(prepared("retreat").units[0]!.groups).toEqual(groups);
    expect(groupsWith("names", 7)).toEqual(groups);
  });

  it("are none of a longer name, and of a number", () => {
    expect(groupsWith("names", 13)).toEqual([]);
    expect(groupsWith("numbers", 7)).toEqual([]);
  });
});
