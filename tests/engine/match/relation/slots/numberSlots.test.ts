import { describe, expect, it } from "vitest";
import type { SlotBasis } from "../../../../../src/engine/match/relation/slotSides.ts";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

describe("two numbers differ", () => {
  it.each<SlotCase>([
    [
      "where one ends as the other does",
      "Police counted 140 tractors.",
      "Police counted 40 tractors.",
      ["number: 140 / 40"],
    ],
    [
      "beside two others that are each in the same place",
      "The firm sold 40 cars in 12 towns.",
      "The firm sold 60 cars in 15 towns.",
      ["number: 40 / 60", "number: 12 / 15"],
    ],
    [
      "of one unit near the same words, with a verb that says little",
      "The miners of the old Bari pit were in hospital with burns for four days.",
      "For three days hospital was home to miners of the old Bari pit.",
      ["number: four days / three days"],
    ],
    [
      "not of one unit near the same words, with two verbs that tell something",
      "For three days hospital sheltered miners of the old Bari pit.",
      "The miners of the old Bari pit stayed in hospital with burns for four days.",
      [],
    ],
    [
      "not far from the same words",
      "For four days miners of the old Bari pit were in hospital.",
      "The miners of the old Bari pit spent in hospital three days.",
      [],
    ],
    [
      "not with such a verb if no unit is named",
      "The temperature in Bari was 40.",
      "The temperature in Bari reached 60.",
      [],
    ],
    [
      "where somebody only was there, which is no plan that was given up",
      "The farmers who were there have lost $40 million.",
      "The farmers lost $60 million.",
      ["number: $40 million / $60 million"],
    ],
    [
      "not where one is an age, in whatever way it is hyphenated",
      "The 54 - years - old driver resigned.",
      "The driver resigned after 58 years.",
      [],
    ],
    [
      "not where they are times of day, which are no ordinals",
      "The 7:30 tram crashed in Ghent.",
      "The 8:40 tram crashed in Ghent.",
      [],
    ],
    [
      "as ordinals of one thing",
      "The second bridge was closed in April 2018.",
      "The third bridge was closed in April 2018.",
      ["number: second / third"],
    ],
    [
      "not as ordinals of two things",
      "The second bridge was closed in April 2018.",
      "The third tower was closed in April 2018.",
      [],
    ],
    [
      "the first and a later one",
      "It was the first time that the team won.",
      "It was the third time that the team won.",
      ["number: first / third"],
    ],
    [
      "the first place and a lower one",
      "The Volga is the longest river in Europe.",
      "The Volga is the second longest river in Europe.",
      ["number: longest / second longest"],
    ],
    [
      "two lower places, once",
      "The Volga is the third longest river in Europe.",
      "The Volga is the second longest river in Europe.",
      ["number: third / second"],
    ],
    [
      "not the second of two things and the only one",
      "The protest in Ghent was peaceful.",
      "The second protest in Ghent was peaceful.",
      [],
    ],
    [
      "not the ordinals of two times",
      "Sales rose in the first quarter.",
      "Sales rose in the second quarter.",
      [],
    ],
    [
      "the centuries of one event",
      "The church was built in the 12th century.",
      "The church was built in the 14th century.",
      ["number: 12th / 14th"],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

it("a percentage differs beside a count, if the statements are the same in other words", () => {
  const page = "Prices of barley went up 4 percent in 12 towns.";
  expect(slotsOf(page, "Barley grew 6 percent dearer.", "meaning")).toEqual([
    "number: 4 percent / 6 percent",
  ]);
});

it.each<SlotBasis>(["meaning", "certain"])(
  "a sum does not differ from its parts, in whatever money they are given (%s)",
  (basis) => {
    const parts = "Norway gave $20 million and Germany 10 million euros for the harbour.";
    expect(slotsOf(parts, "Donors gave $30 million for the harbour.", basis)).toEqual([]);
    expect(slotsOf(parts, "Donors gave $35 million for the harbour.", basis)).toEqual([
      "number: $20 million / $35 million",
    ]);
  },
);
