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
    [
      "antonyms beside something denied",
      "The court, which did not sit in May, upheld the sentence.",
      "The sentence was overturned.",
      ["negation: upheld / overturned"],
    ],
    [
      "antonyms, of which one comes before a denial",
      "The court upheld the sentence, not the fine.",
      "The sentence and the fine were overturned.",
      ["negation: upheld / overturned"],
    ],
    [
      "antonyms, one of them of a town that had something",
      "The town had two old bridges, reopened in May.",
      "The bridges of the town were closed in May.",
      ["negation: reopened / closed"],
    ],
    [
      "a person and a name of which nothing is known",
      "Miriam Acker will lead the trial.",
      "The trial will be led by Fitch.",
      ["actor: Miriam Acker / Fitch"],
    ],
    [
      "a state and an organisation",
      "Interpol will pay for the search.",
      "The search will be paid for by Namibia.",
      ["actor: Interpol / Namibia"],
    ],
    [
      "names of which only three letters are alike",
      "The wreck was found off Malta.",
      "The wreck lies off Malaysia.",
      ["place: Malta / Malaysia"],
    ],
    [
      "a number far beyond the other's bound",
      "Turnout was above 20 percent.",
      "Turnout was 12 percent, after 40 percent in May.",
      ["number: above 20 percent / 12 percent"],
    ],
    [
      "a number that only something else repeats",
      "Over 200 soldiers marched.",
      "250 horses and 40 soldiers marched.",
      ["number: Over 200 / 40"],
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
    ["what had long been before", "The bridge reopened.", "The bridge had long been closed."],
    [
      "an antonym that is denied in three words",
      "They did not even once uphold a sentence.",
      "A sentence was overturned.",
    ],
    [
      "a day that both have",
      "The bridge gave way on 3 March 2019.",
      "Closed on 3 March 2019, the bridge fell on 8 March 2019.",
    ],
    [
      "a number that is within the other's bound beside another",
      "Turnout was above 20 percent.",
      "Turnout was 12 percent, after 30 percent in May.",
    ],
    ...[
      "250 soldiers marched and 40 soldiers rode.",
      "250 troops and 40 soldiers marched.",
      "250 marched and 40 soldiers rode.",
    ].map((other) => [
      "a number that is repeated beside another",
      "Over 200 soldiers marched.",
      other,
    ]),
    [
      "a number of nothing in particular that is repeated beside another",
      "Over 200 marched.",
      "Of the 250 soldiers 40 marched.",
    ],
    ["a person and a place", "Miriam Acker will lead the trial.", "It will be led in Namibia."],
    [
      "a name of which the other has a word",
      "The Fitch Museum is shut.",
      "Acker's museum is shut.",
    ],
    ["forms of a short name", "Kurdish fighters withdrew.", "Fighters from Kurdistan withdrew."],
    ["two spellings of a name", "Gaddafi left the town.", "Qaddafi has left the town."],
  ])("not %s", (_name, page = "", corpus = "") => {
    expect(conflictsOf(page, corpus)).toEqual([]);
    expect(conflictsOf(corpus, page)).toEqual([]);
  });

  it("at most 200 of two lists of figures", () => {
    const list = (first: number) => Array.from({ length: 40 }, (_, i) => first + i).join(" tons, ");
    expect(conflictsOf(`${list(100)} tons`, `${list(600)} tons`)).toHaveLength(200);
  });
});
