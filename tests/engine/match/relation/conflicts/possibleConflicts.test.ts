import { describe, expect, it } from "vitest";
import {
  differenceOf,
  possibleConflicts,
} from "../../../../../src/engine/match/relation/conflicts/possibleConflicts.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../../preparedTexts.ts";

function conflictsOf(page: string, corpus: string): readonly string[] {
  const its = compared(page, corpus);
  const sides = sidesOf(its.page, its.corpus, its.pairs, its.alignment);
  return possibleConflicts(sides).map((conflict) => {
    const { kind, page, corpus } = differenceOf(sides, conflict);
    return `${kind}: ${page} / ${corpus}`;
  });
}

describe("what two statements may be at odds over", () => {
  it.each([
    [
      "numbers, whatever stands beside them",
      "The blast killed 34 people.",
      "The death toll reached 51.",
      ["number: 34 / 51"],
    ],
    [
      "a bound that is not kept",
      "Fewer than 200 people were led to safety.",
      "Firefighters rescued 250 people.",
      ["number: Fewer than 200 / 250"],
    ],
    [
      "days",
      "The bridge gave way on 3 March 2019.",
      "It was on 8 March 2019 that the bridge fell.",
      ["date: 3 March 2019 / 8 March 2019"],
    ],
    [
      "persons",
      "The trial will be led by Miriam Acker.",
      "Leonard Fitch will lead the trial.",
      ["actor: Miriam Acker / Leonard Fitch"],
    ],
    [
      "places",
      "The wreck lies off Madagascar.",
      "The wreck was found off Namibia.",
      ["place: Madagascar / Namibia"],
    ],
    [
      "antonyms",
      "The court upheld the sentence.",
      "The sentence was overturned.",
      ["negation: upheld / overturned"],
    ],
  ])("%s", (_name, page, corpus, expected) => {
    expect(conflictsOf(page, corpus)).toEqual(expected);
  });

  it.each([
    ["the same number", "Three of the dead were sailors.", "Three sailors died."],
    ["a number that keeps to a bound", "Over 200 people marched.", "About 250 people marched."],
    [
      "a number that is repeated beside another",
      "The village has 900 people.",
      "Of 900 people in the village 100 stayed.",
    ],
    ["a share and a sum", "The firm lost 4 percent.", "The firm lost $4 million."],
    ["two measures", "The pipe is 90 miles long.", "The pipe is 165 kilometres long."],
    ["the dead and the hurt", "The blast killed 41 people.", "The blast wounded 83 people."],
    ["a day that is denied", "The bridge will not open before 2025.", "It will open in 2026."],
    ["forms of one name", "Glaciers of the Pyrenees melt.", "The Pyrenean glaciers melt."],
    ["an antonym that is denied", "Pell was acquitted.", "Pell was found not guilty."],
    ["what had been before", "The bridge reopened.", "The bridge had been closed in May."],
  ])("not %s", (_name, page, corpus) => {
    expect(conflictsOf(page, corpus)).toEqual([]);
  });

  it("at most 200 of two lists of figures", () => {
    const list = (first: number) => Array.from({ length: 40 }, (_, i) => first + i).join(" tons, ");
    expect(conflictsOf(`${list(100)} tons`, `${list(600)} tons`)).toHaveLength(200);
  });
});
