import { describe, expect, it } from "vitest";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

describe("two places differ", () => {
  it.each<SlotCase>([
    [
      "where one ends as the other does",
      "He spoke in Northampton.",
      "He spoke in Hampton.",
      ["place: Northampton / Hampton"],
    ],
    [
      "not in two spellings of one name",
      "The bridge in Donezk was sold.",
      "The bridge in Donetsk was sold.",
      [],
    ],
    [
      "not after verbs of two actions that share two words",
      "The minister opened the tower in Ghent.",
      "The minister visited the tower in Bari.",
      [],
    ],
    [
      "after two verbs if three words around them are shared",
      "The minister opened the new tower in Ghent.",
      "The minister visited the new tower in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "also if one passage has one word of its own there",
      "The minister opened the new stone tower in Ghent.",
      "The minister visited the new tower in Bari.",
      ["place: Ghent / Bari"],
    ],
    [
      "not if it has two",
      "The minister opened the new stone clock tower in Ghent.",
      "The minister visited the new tower in Bari.",
      [],
    ],
    [
      "not over and near something, with an article between",
      "The bridge over the Vistula was closed.",
      "The bridge near the Danube was closed.",
      [],
    ],
    [
      "not if one names the person whom it is about",
      "The trial of Anna Lund began in Ghent.",
      "The trial of Olga Peters began in Ghent.",
      ["actor: Anna Lund / Olga Peters"],
    ],
    [
      "right after one verb, whatever other places are named",
      "The painter was born in Ghent.",
      "The painter was born in Bari and later lived in Split.",
      ["place: Ghent / Bari"],
    ],
    [
      "not right after two verbs if others are named",
      "The painter was buried in Ghent.",
      "The painter was born in Bari and later lived in Split.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });

  it("whatever the verb, if the statements certainly are the same", () => {
    const page = "The minister opened the tower in Ghent.";
    expect(slotsOf(page, "The minister visited the tower in Bari.", "certain")).toEqual([
      "place: Ghent / Bari",
    ]);
  });
});

describe("two names differ", () => {
  it.each<SlotCase>([
    [
      "not where one explains a noun that both have",
      "The day that Meyer sold the mill, his brother sold the farm.",
      "His brother, Karl Ramos, sold the farm that day.",
      [],
    ],
    [
      "where each explains the same noun",
      "The mayor, Ada Berg, sold the farm.",
      "The mayor, Karl Ramos, sold the farm.",
      ["actor: Ada Berg / Karl Ramos"],
    ],
    [
      "after a comma that explains nothing",
      "By contrast Ada Berg sold the farm.",
      "By contrast, Karl Ramos sold the farm.",
      ["actor: Ada Berg / Karl Ramos"],
    ],
    [
      "as what one thing is said to be, whatever other names there are",
      "Coldwater is a Canadian band.",
      "Coldwater is an American band from Seattle.",
      ["actor: Canadian / American"],
    ],
    [
      "not where only one is said to be that",
      "Coldwater is a Canadian band.",
      "Coldwater met an American band in Seattle.",
      [],
    ],
    [
      "not where two things are said to be that",
      "Coldwater is a Canadian band.",
      "Coldwater is an American town near Seattle.",
      [],
    ],
    [
      "where two bodies are known by names that end alike",
      "She is a member of the Republican Party.",
      "She is a member of the Democratic Party.",
      ["actor: Republican Party / Democratic Party"],
    ],
    [
      "not for and against somebody, whose time is named",
      "He wrote about early Mozart.",
      "He wrote against early Haydn.",
      [],
    ],
    [
      "not for and against somebody, whose age is named",
      "He wrote about late Mozart.",
      "He wrote against late Haydn.",
      [],
    ],
    [
      "not if one is also in a name of the other passage",
      "Ghent sold the Ghent Bridge to the brewery.",
      "Brussels sold the Ghent Bridge to the brewery.",
      [],
    ],
    [
      "not if the corpus's is also in a name of the page",
      "Brussels sold the Ghent Bridge to the brewery.",
      "Ghent sold the Ghent Bridge to the brewery.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });

  it("not if the page has two persons, even where the statements certainly are the same", () => {
    const page = "Claire Lund and Anna Berg carried the bill to victory.";
    expect(slotsOf(page, "Patty Cole lent the bill her help.", "certain")).toEqual([]);
  });
});
