/** Which facts tell two events apart, and which units fill one slot. */
import { describe, expect, it } from "vitest";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { areOfTwoYears } from "../../../../../src/engine/match/relation/slots/dateSlots.ts";
import { compared } from "../../preparedTexts.ts";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

function sidesFor(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return sidesOf(page, corpus, pairs, alignment);
}

describe("statements that differ in a place", () => {
  it.each<SlotCase>([
    [
      "are of one event where nothing else differs",
      "The summit of 40 ministers opened in Ghent.",
      "The summit of 40 ministers opened in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "and in a day are of two",
      "The summit opened on 3 May 2019 in Ghent.",
      "The summit opened on 9 May 2019 in Bari.",
      [],
    ],
    [
      "and in a number are of two",
      "The summit of 40 ministers opened in Ghent.",
      "The summit of 60 bishops opened in Bari.",
      [],
    ],
    [
      "are of one where only the page has a number",
      "The summit of 40 ministers opened in Ghent.",
      "The summit opened in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "are of one where only the other has a number",
      "The summit opened in Ghent.",
      "The summit of 40 ministers opened in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "are of one where the other has a second number",
      "The summit of 40 ministers opened in Ghent.",
      "The summit of 40 ministers and 9 bishops opened in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "are of one where the page has a second number",
      "The summit of 40 ministers and 9 bishops opened in Ghent.",
      "The summit of 40 ministers opened in Bari.",
      ["place: Ghent / Bari"],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("an ordinal", () => {
  it.each([
    ["is no other description", "The second bridge was closed.", "The old bridge was closed."],
    ["may be of a time or place", "He won the first round.", "He won in the second round."],
  ])("%s", (_name, page, corpus) => {
    expect(slotsOf(page, corpus)).toEqual([]);
    expect(slotsOf(corpus, page)).toEqual([]);
  });
});

it.each([
  ["The 2014 fire killed many.", "The 2017 fire killed many.", true],
  ["The 2014 fire killed many.", "The 2014 fire killed many.", false],
  ["In 2014 fire killed many.", "The 2017 fire killed many.", false],
  ["The great fire killed many.", "The 2017 fire killed many.", false],
  ["The fire killed many.", "The 2017 fire killed many.", false],
])("“%s” and “%s” are of two years: %s", (page, corpus, are) => {
  expect(areOfTwoYears(sidesFor(page, corpus))).toBe(are);
  expect(areOfTwoYears(sidesFor(corpus, page))).toBe(are);
});

describe("names that share a word", () => {
  it.each([
    ["a person, with and without the office", "Senator Hill", "Hill", true],
    ["two persons of one office", "Senator Hill", "Senator Ramos", false],
    ["a person, once by an initial", "Maria Ramos", "M. Ramos", true],
    ["two known parties", "the Republican Party", "the Democratic Party", false],
    ["one known party", "the Republican Party", "the Republican Party", true],
  ])("are one for %s: %s, %s: %s", (_name, one, other, are) => {
    const hasPair = (page: string, corpus: string) => {
      const { page: own, partner } = sidesFor(`Farmers sued ${page}.`, `Farmers sued ${corpus}.`);
      return [...partner.keys()].some((unit) => own.units[unit]!.name !== null);
    };
    expect(hasPair(one, other)).toBe(are);
    expect(hasPair(other, one)).toBe(are);
  });
});
