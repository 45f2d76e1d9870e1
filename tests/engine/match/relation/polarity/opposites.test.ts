import { describe, expect, it } from "vitest";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

describe("opposites contradict each other", () => {
  it.each<SlotCase>([
    [
      "beside what neither does, told with nor",
      "Barley fell in Ghent, nor did wheat move.",
      "Barley rose in Ghent, nor did wheat move.",
      ["negation: fell / rose"],
    ],
    [
      "with an as that belongs to something else",
      "Barley rose as traders left.",
      "Barley fell as traders left.",
      ["negation: rose / fell"],
    ],
    [
      "not if something is only dismissed as something",
      "Critics dismissed the bridge as ugly.",
      "Critics praised the bridge.",
      [],
    ],
    [
      "not of two parts of one country",
      "The north of the country voted for the deal.",
      "The south of the country voted against the deal.",
      [],
    ],
    [
      "not of somebody and those around him",
      "Amin Sadr was acquitted.",
      "Two of Amin Sadr's aides were convicted.",
      [],
    ],
    [
      "three words after is",
      "The bridge is still very safe.",
      "The bridge is still very unsafe.",
      ["negation: safe / unsafe"],
    ],
    [
      "with un- and without it",
      "The mayor was kind to farmers.",
      "The mayor was unkind to farmers.",
      ["negation: kind / unkind"],
    ],
    [
      "without un- and with it",
      "The mayor was unkind to farmers.",
      "The mayor was kind to farmers.",
      ["negation: unkind / kind"],
    ],
    [
      "after what another clause denies",
      "Though it did not rain, wheat prices rose.",
      "Wheat prices fell.",
      ["negation: rose / fell"],
    ],
    [
      "not four words after is",
      "The bridge is now still very safe.",
      "The bridge is now still very unsafe.",
      [],
    ],
    [
      "not after the is of another clause",
      "The plan is, safe trams left early.",
      "The plan is, unsafe trams left early.",
      [],
    ],
    [
      "not if un- may belong to the word, as before three letters",
      "The word is ion.",
      "The word is union.",
      [],
    ],
    [
      "if one does not say who does it",
      "Rates were raised in Ghent.",
      "The bank cut rates in Ghent.",
      ["negation: raised / cut"],
    ],
    [
      "not if somebody else does it",
      "Rates were raised by the council of Ghent.",
      "The bank cut rates in Ghent.",
      [],
    ],
    [
      "not if who does it is far from one of them",
      "Barley rose.",
      "Barley exports goods market values fell.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("what a bank had done and what it does", () => {
  const raised = "The bank raised interest rates.";

  it("are two actions where the earlier is dated", () => {
    expect(slotsOf("The bank had cut interest rates in May 2018.", raised)).toEqual([]);
  });

  it.each([
    ["without a date of its own", "The bank had cut interest rates.", raised],
    [
      "if only another clause has the date",
      "The bank had cut interest rates, and the strike began in May 2018.",
      "The bank raised interest rates, and the strike began.",
    ],
    [
      "after a verb of saying, where had is reported speech",
      "The paper said the bank had cut interest rates in May 2018.",
      raised,
    ],
    [
      "if had belongs to the clause before",
      "The bank used what it had, cut rates in May 2018 and closed.",
      "The bank raised rates and closed.",
    ],
  ])("contradict each other %s", (_name, page, corpus) => {
    expect(slotsOf(page, corpus)).toEqual(["negation: cut / raised"]);
  });
});

describe("antonyms of one subject contradict each other", () => {
  it.each<SlotCase>([
    [
      "of courts",
      "The appeals court affirmed the verdict.",
      "The appeals court quashed the verdict.",
      ["negation: affirmed / quashed"],
    ],
    [
      "of parliaments",
      "The parliament ratified the treaty.",
      "The parliament rejected the treaty.",
      ["negation: ratified / rejected"],
    ],
    [
      "of disasters",
      "The chapel is intact.",
      "The chapel is wrecked.",
      ["negation: intact / wrecked"],
    ],
    [
      "of health",
      "The driver was sober.",
      "The driver was intoxicated.",
      ["negation: sober / intoxicated"],
    ],
    ["of ships", "The ferry is afloat.", "The ferry capsized.", ["negation: afloat / capsized"]],
    [
      "of growth",
      "The output of Ghent doubled.",
      "The output of Ghent tripled.",
      ["negation: doubled / tripled"],
    ],
    [
      "of diplomacy",
      "The league expelled Norway.",
      "The league readmitted Norway.",
      ["negation: expelled / readmitted"],
    ],
    [
      "of two sides of a place",
      "The storm is in southeastern Ghent.",
      "The storm is in southwestern Ghent.",
      ["negation: southeastern / southwestern"],
    ],
    [
      "but not where what is between two sides is neither",
      "The storm is in northern Ghent.",
      "The storm is in northeastern Ghent.",
      [],
    ],
    [
      "but not of others",
      "The shipyard of Ghent defaulted on its loan.",
      "The brewery of Antwerp repaid its loan.",
      [],
    ],
    [
      "but not of a man, where nobody was on board",
      "The ship is unmanned.",
      "The ship is a man of war.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});
