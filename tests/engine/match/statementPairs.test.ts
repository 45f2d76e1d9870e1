/**
 * What is told of pairs of statements about one event, each told in another way. Long, because it is a table
 * of cases: each holds a condition of the rules that no other test holds.
 */
import { describe, expect, it } from "vitest";
import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import {
  type Comparison,
  comparePassages,
  verdictOf,
} from "../../../src/engine/match/comparison.ts";
import { otherActionOf } from "../../../src/engine/match/relation/actions/roles.ts";
import { quoteChanges } from "../../../src/engine/match/relation/quotes/quoteChanges.ts";
import { type SlotBasis, sidesOf } from "../../../src/engine/match/relation/slotSides.ts";
import { slotDifferences } from "../../../src/engine/match/relation/slots/slots.ts";
import { comparePair } from "../../../src/engine/match/similarity/comparePair.ts";
import type { Difference } from "../../../src/engine/model/index.ts";
import { compared, prepared } from "./preparedTexts.ts";

type Case = readonly [page: string, corpus: string, told: readonly string[]];

/** Differences as "kind: page / corpus", without other wording. */
function told(differences: readonly Difference[]): readonly string[] {
  return differences
    .filter(({ kind }) => kind !== "wording")
    .map(({ kind, page, corpus }) => `${kind}: ${page} / ${corpus}`);
}

function slotsOf(pageText: string, corpusText: string, basis?: SlotBasis): readonly string[] {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return told(slotDifferences(sidesOf(page, corpus, pairs, alignment, basis)));
}

describe("slots, by the words beside them", () => {
  it.each<Case>([
    [
      "According to UNICEF, the nurses of the clinic deserved praise.",
      "According to UNESCO, the nurses of the clinic deserved praise.",
      ["actor: UNICEF / UNESCO"],
    ],
    [
      "Four days after the flood, 15 people were buried in Orsha.",
      "The flood killed 12 people in Orsha.",
      [],
    ],
    [
      "Four days after the flood, nine people were buried in Orsha.",
      "Four days after the flood, four people were buried in Orsha.",
      ["number: nine / four"],
    ],
    [
      "In June 2018 the court opened the trial of the banker.",
      "The court opened the trial of the banker in May 2018 and the trial of the driver on June 9, 2018.",
      [],
    ],
    [
      "In the second quarter 60 mills burnt.",
      "In the first quiet little old grey quarter 40 mills burnt.",
      [],
    ],
    [
      "It is known that the mayor sold the bridge.",
      "The mayor questioned the quiet little old grey sale; he never sold the bridge.",
      ["negation: sold / never sold"],
    ],
    [
      "Katharina Meyer did not praise the nurses of the clinic.",
      "According to Katarina Meier, the nurses of the clinic deserved praise.",
      ["negation: not praise / praise"],
    ],
    ["Lund's quiet little mill burnt.", "Berg's mill burnt.", ["actor: Lund / Berg"]],
    [
      "None of the members of the council approved the harbour plan.",
      "The council not only approved the harbour plan.",
      ["negation: None of the members of the council approved / approved"],
    ],
    [
      "On May 5, 2018 the court opened the trial of the banker.",
      "The court closed the trial of the banker on May 3, 2018.",
      [],
    ],
    ["Originally the trial was set for May 2018.", "The trial was set for June 2018.", []],
    [
      "Patty Berg said the council had not approved the harbour plan.",
      "Some members of the council approved the harbour plan.",
      [],
    ],
    ["Police counted $44 in the town.", "Police counted 45 to 60 in the town.", []],
    ["Police counted 1.2 thousand in the town.", "Police counted 40 percent in the town.", []],
    [
      "Police counted about 44 in the town.",
      "Police counted over 50 in the town.",
      ["number: about 44 / over 50"],
    ],
    ["Police counted over 50 in the town.", "Police counted about 45 in the town.", []],
    [
      "Senator Hill did not praise the nurses of the clinic.",
      "The nurses of the clinic were praised by Senator Ramos.",
      [],
    ],
    [
      "The bank had cut rates on May 3, 2018.",
      "The bank raised rates on May 3, 2018.",
      ["negation: cut / raised"],
    ],
    [
      "The city will pay $60 million for the old bridge.",
      "The bridge is worth $40 million, the city said.",
      [],
    ],
    [
      "The council approved the harbour plan, which the mayor rejected.",
      "The council refused to approve the harbour plan.",
      ["negation: approved / refused to approve"],
    ],
    [
      "The council can approve the harbour plan.",
      "The council could not approve the harbour plan.",
      ["negation: approve / not approve"],
    ],
    [
      "The council can approve the harbour plan.",
      "The council rightly did not approve the harbour plan.",
      [],
    ],
    [
      "The council could not approve the harbour plan.",
      "The council nearly approved the harbour plan.",
      [],
    ],
    ["The council rejected the harbour plan.", "The council is not against the harbour plan.", []],
    [
      "The council rejected the harbour plan.",
      "The council voted for the harbour plan.",
      ["negation: rejected / voted"],
    ],
    [
      "The council sold the bridge.",
      "The mayor did not say the council never sold the bridge.",
      ["negation: sold / never sold"],
    ],
    [
      "The court closed the trial of the banker on June 5, 2018.",
      "The court opened the trial of the banker in May 2018 and the trial of the driver on June 9, 2018.",
      ["negation: closed / opened"],
    ],
    [
      "The court has not opened the trial of the banker in 2018.",
      "The trial of the banker opened in 2017.",
      [],
    ],
    [
      "The court opened the trial of the banker in May 2018 and the trial of the driver on June 9, 2018.",
      "In June 2018 the court opened the trial of the banker.",
      [],
    ],
    [
      "The court opened the trial of the banker on June 5, 2018 and the trial of the driver on June 9, 2018.",
      "In May 2018 the court opened the trial of the banker.",
      ["date: June 5, 2018 / May 2018"],
    ],
    [
      "The court was told in 2018 that the trial of the banker would open.",
      "The court opened the trial of the banker in 2017.",
      [],
    ],
    [
      "The court was told in late May 2018 that the trial of the banker would open.",
      "The court closed the trial of the banker in May 2018.",
      [],
    ],
    ["The firm has 60 workers.", "The firm has 40 quiet employees.", ["number: 60 / 40"]],
    [
      "The flood has not killed 108 people in Orsha.",
      "Officials in Orsha now say the flood killed about 100 people.",
      ["negation: not killed / killed"],
    ],
    [
      "The flood has not killed at least 20 people in Orsha.",
      "The flood in Orsha killed 15 people and injured 90.",
      [],
    ],
    [
      "The flood in Orsha killed 12 people and injured 90.",
      "The death toll of the flood in Orsha rose to 15.",
      [],
    ],
    [
      "The flood in Orsha killed 15 people and injured 90.",
      "The flood killed at least 20 people in Orsha.",
      ["number: 15 / at least 20"],
    ],
    [
      "The flood killed 20 to 30 people in Orsha.",
      "The deaths of 25 people in the flood shocked Orsha.",
      [],
    ],
    [
      "The flood left 15 people dead and broke the bridge.",
      "The flood in Orsha killed at least 20 people and injured 90.",
      ["number: 15 / at least 20"],
    ],
    [
      "The mayor rejected a call to sell the mill.",
      "The mayor sold the mill.",
      ["negation: sell / sold"],
    ],
    ["The mine employs 40 workers.", "60 workers work in the mine.", []],
    ["The price of some barley fell on Monday.", "The price of barley rose again on Monday.", []],
    ["The quiet firm voted against the bill.", "The council voted for the bill.", []],
    ["The strike is unpopular.", "The strike is still much more popular.", []],
    ["The suspect is from Belgium.", "The suspect is not from Belgium.", []],
    [
      "The town thanked Katharina Meier.",
      "The town thanked Minbej.",
      ["actor: Katharina Meier / Minbej"],
    ],
    ["The town thanked Senator Ramos.", "The town thanked Jensen.", ["actor: Ramos / Jensen"]],
    [
      "The union campaigned against the strike law.",
      "The union did not campaign for the strike law.",
      [],
    ],
    [
      "The union did not campaign for the strike law.",
      "The union campaigned against the strike law.",
      [],
    ],
    ["The union won, Lund said.", "The union lost the strike.", ["negation: won / lost"]],
    [
      "In Orsha 12 villagers were killed in the flood.",
      "In Orsha 20 villagers were washed away and killed in the flood.",
      ["number: 12 / 20"],
    ],
    [
      "In Orsha 20 villagers were washed away and killed in the flood.",
      "In Orsha 12 villagers were killed in the flood.",
      ["number: 20 / 12"],
    ],
    [
      "In Orsha 20 old villagers were shot dead.",
      "In a raid 25 villagers were killed in Orsha.",
      ["number: 20 / 25"],
    ],
    [
      "In Orsha 12 villagers were killed in the flood.",
      "The flood killed five people on Monday and three on Tuesday.",
      [],
    ],
    [
      "The town sold 60 tractors after the mayor's sudden death.",
      "The town sold 40 tractors after four injuries.",
      ["number: 60 / 40"],
    ],
    [
      "Police seized 40 tractors, and a driver died.",
      "Police seized 60 tractors, and drivers were hurt.",
      ["number: 40 / 60"],
    ],
    [
      "Police seized 40 tractors, 50 cars and 10 lorries in the town.",
      "Police seized 100 vehicles in the town.",
      [],
    ],
    ["The flood killed 12 people and injured 90.", "The flood hurt Orsha for nine days.", []],
    [
      "The flood cost Orsha 5 percent of its income and killed the mayor.",
      "The flood cost Orsha 7 percent of its income and hurt trade.",
      ["number: 5 percent / 7 percent"],
    ],
    ["For three days the mill had a driver.", "The driver waited four days.", []],
    ["The driver was in hospital for three days.", "The driver ate in hospital bed 4.", []],
    ["The mine has 11.", "The mine has 10 workers.", ["number: 11 / 10"]],
    [
      "The firm's debt, $2 million, was paid.",
      "The firm paid its debt of $3 million.",
      ["number: $2 million / $3 million"],
    ],
    [
      "The council never approved the plan.",
      "After long talks in the old town hall of Orsha on Friday, the council did not approve the plan.",
      [],
    ],
    [
      "Lund said the police had not fired at the crowd.",
      "The spokesman said the police would fire at the crowd.",
      [],
    ],
    [
      "The spokesman said the police would fire at the crowd.",
      "Lund said the police had not fired at the crowd.",
      [],
    ],
    [
      "The council approved the plan.",
      "The council refused to leave and never approved the plan.",
      [],
    ],
    ["The mayor sold the bridge.", "They asked if the mayor denied selling the bridge.", []],
    ["They asked whether the mayor denied selling the bridge.", "The mayor sold the bridge.", []],
    ["If it rained, the old mayor sold the bridge.", "The mayor never sold the bridge.", []],
    [
      "There are allegations the council approved the plan.",
      "The council did not approve the plan.",
      [],
    ],
    [
      "The council did not approve the plan of the old mill by the quiet river otherwise.",
      "The council approved the plan of the old mill by the quiet river.",
      [],
    ],
    [
      "The council approved the plan.",
      "The council did not approve the plan of the old mill by the river of the quiet little town without Berg.",
      ["negation: approved / not approve"],
    ],
    ["Berg is not selling the mill.", "Lund is selling the mill.", []],
    [
      "The harbour plan was not approved by the council.",
      "The mayor approved the harbour plan.",
      [],
    ],
    ["The court in Warsaw opened the 2017 trial.", "In 2018 Warsaw opened the trial.", []],
    ["In 2018 Warsaw opened the trial.", "The court in Warsaw opened the 2017 trial.", []],
    ["UNICEF thanked the mayor.", "Lund thanked the mayor.", ["actor: UNICEF / Lund"]],
    ["UNICEF thanked the mayor.", "Twelve thanked the mayor.", []],
    ["UNICEF thanked the mayor.", "nurses thanked the mayor.", []],
    ["Nurses thanked the mayor.", "Clerks thanked the mayor.", []],
    ["Lund thanked the mayor for the third time.", "The 12th time Lund met the mayor.", []],
    [
      "Lund met the mayor for the third time.",
      "The 12th time Lund met the mayor.",
      ["number: third / 12th"],
    ],
    [
      "The court in Berlin opened the trial on May 5, 2018.",
      "The court opened the trial of Claire Lund in Warsaw.",
      ["place: Berlin / Warsaw"],
    ],
    [
      "The court in Amman, Jordan, opened the trial on May 5, 2018.",
      "The court in Warsaw opened the trial on May 5, 2018.",
      ["place: Amman, Jordan / Warsaw"],
    ],
    [
      "The court in Warsaw, Poland, opened the trial on May 5, 2018.",
      "The court opened the trial of Claire Lund in Berlin, Warsaw said.",
      ["place: Warsaw / Berlin"],
    ],
    [
      "The court in Warsaw, judges said, opened the trial on May 5, 2018.",
      "The court in Berlin, lawyers said, opened the trial on May 5, 2018.",
      ["place: Warsaw / Berlin"],
    ],
    [
      "The court in Warsaw quickly opened the trial.",
      "The court in Berlin slowly opened the trial.",
      ["place: Warsaw / Berlin"],
    ],
    ["Claire Lund thanked the mayor.", "The mayor thanked Patty Berg.", []],
    ["Lund thanked the mayor.", "Berg was thanked by the mayor.", []],
    ["The bridge was closed until early 2018.", "The bridge was closed in 2017.", []],
    ["The bridge was closed until late 2018.", "The bridge was closed in 2017.", []],
    ["Lund drove the car through the Netherlands.", "Lund drove the car in Belgium.", []],
    ["In June 2017 the mill was sold.", "In May 2018 the mill was cleaned.", []],
    [
      "The nurses of the clinic in the valley cleaned the big hall in May 2018.",
      "The nurses of the clinic in the valley painted the old roof in June 2018.",
      [],
    ],
    [
      "The nurses of the clinic in the valley began the work in May 2018.",
      "The nurses of the new clinic in the valley took up the work in June 2018.",
      ["date: May 2018 / June 2018"],
    ],
    ["He spoke in Minbej.", "He spoke in Manbij.", []],
    ["High price of barley.", "Low price of barley.", ["negation: High / Low"]],
    ["The high price of barley is known.", "Low price of barley.", []],
    ["The council voted against the harbour plan.", "The council voted on the harbour plan.", []],
    ["The council argued for the harbour plan.", "The council argued about the harbour plan.", []],
    [
      "The council may vote against the harbour plan.",
      "The council voted for the harbour plan.",
      [],
    ],
    ["The council voted for the harbour plan.", "The council voted against the tax.", []],
    [
      "The council approved the harbour plan.",
      "The council may vote against the harbour plan.",
      [],
    ],
    [
      "As expected, the council dismissed the guard.",
      "The council hired the guard.",
      ["negation: dismissed / hired"],
    ],
    ["The council dismissed the guard as a liar.", "The council hired the guard.", []],
    ["The council turned to the harbour plan.", "The council voted for the harbour plan.", []],
    ["The council sent down the harbour plan.", "The council voted for the harbour plan.", []],
    [
      "The council turned down the harbour plan.",
      "The council voted for the harbour plan.",
      ["negation: turned / voted"],
    ],
    [
      "On Friday the mayor said the plan was not good for the town.",
      "On Friday Berg said the plan was good for the town.",
      [],
    ],
    [
      "According to Patty Berg the plan was not good for the town.",
      "According to the mayor the plan was good for the town.",
      [],
    ],
    [
      "According to the mayor the plan was good for the town.",
      "The plan was not good for the town, said the quiet old mayor.",
      ["negation: good / not good"],
    ],
  ])("%s / %s", (page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("slots, where vectors tell that the statements are the same", () => {
  it.each<Case>([
    [
      "Four villagers are missing after the flood in Orsha.",
      "The death toll of the flood in Orsha rose to nine.",
      [],
    ],
    [
      "In the south the flood killed four people.",
      "Officials in Orsha now say the flood killed nine people.",
      ["number: four / nine"],
    ],
    [
      "Officials in Orsha now say the flood killed more than 20 people.",
      "In the south the flood killed more than 30 people.",
      ["number: more than 20 / more than 30"],
    ],
    [
      "The city was due to pay 4 percent for the bridge.",
      "The bridge cost the city 6 percent.",
      ["number: 4 percent / 6 percent"],
    ],
    [
      "The death toll of the flood in Orsha rose to four.",
      "The flood killed nine people in Orsha.",
      [],
    ],
    [
      "The flood may have killed 1,200 people in Orsha.",
      "The flood in Orsha killed 1,210 people and injured 90.",
      [],
    ],
    [
      "The flood may have killed nine people in Orsha.",
      "In the north the flood killed four people.",
      [],
    ],
    ["The mine employs 40 workers.", "60 workers work in the mine.", ["number: 40 / 60"]],
    ["The singer is 54 years old.", "The singer, aged 56, opened the festival.", []],
    ["The singer, 56, opened the festival.", "The singer is 54 years old.", []],
    [
      "The trial of the banker opened in 2017.",
      "The banker was arrested in 2018, and the trial opened later.",
      [],
    ],
    ["The mine has 10.", "The mine gives work to 15 people.", ["number: 10 / 15"]],
    ["The mine has nine.", "The mine gives work to 15 people.", []],
    ["The mine has 10.", "Workers at the mine number 12.", []],
    ["In Orsha 20 old villagers were shot dead.", "In Orsha 25 villagers were hurt in a raid.", []],
  ])("%s / %s", (page, corpus, slots) => {
    expect(slotsOf(page, corpus, "meaning")).toEqual(slots);
  });
});

describe("slots, where vectors are certain", () => {
  it.each<Case>([
    [
      "Claire Lund praised the nurses of the clinic.",
      "Orsha said the nurses of the clinic deserved praise.",
      [],
    ],
    [
      "In the south the flood killed 108 people.",
      "In Orsha about 100 people died in the flood.",
      [],
    ],
    [
      "Orsha did not praise the nurses of the clinic.",
      "Claire Lund thanked the nurses of the clinic.",
      [],
    ],
    [
      "Orsha said the nurses of the clinic deserved praise.",
      "Claire Lund praised the nurses of the clinic.",
      [],
    ],
    ["Police counted $44 in the town.", "Police counted 40 percent in the town.", []],
    [
      "Six hundred workers work in the mine.",
      "The mine pays four hundred workers by the day.",
      ["number: Six hundred / four hundred"],
    ],
    [
      "The court has not opened the trial of the banker on May 3, 2018.",
      "The court opened the trial of the banker on May 5, 2018 and the trial of the driver on June 9, 2018.",
      ["negation: not opened / opened"],
    ],
    ["The festival was opened by 54 singers.", "The singer, aged 56, opened the festival.", []],
    [
      "The flood may have killed nine people in Orsha.",
      "In the north the flood killed four people.",
      ["number: nine / four"],
    ],
    ["The mine employs 2,000 workers and 30 clerks.", "The mine employs 2,300 workers.", []],
    [
      "The mine pays 60 workers by the day.",
      "The mine was originally expected to employ 40 workers.",
      [],
    ],
    [
      "The repair of the bridge cost $60 million.",
      "The bridge was originally put at $40 million.",
      [],
    ],
    [
      "The repair of the bridge cost about $50 million.",
      "The bridge cost the city $54 million.",
      [],
    ],
    [
      "The trial of the banker is due to open in May 2018.",
      "The court opened the trial of the banker on June 5, 2018 and the trial of the driver on June 9, 2018.",
      ["date: May 2018 / June 5, 2018"],
    ],
    [
      "The bridge cost $62 million.",
      "The bridge is 40 years old and cost $60 million.",
      ["number: $62 million / $60 million"],
    ],
    [
      "The flood killed 15 people in Orsha.",
      "In Orsha 20 villagers were washed away and killed in the flood.",
      ["number: 15 / 20"],
    ],
    ["The mayor thanked Clerks.", "Lund thanked the mayor.", []],
  ])("%s / %s", (page, corpus, slots) => {
    expect(slotsOf(page, corpus, "certain")).toEqual(slots);
  });
});

describe("slots, as of two languages", () => {
  it.each<Case>([
    [
      "Claire Lund did not praise the nurses of the clinic.",
      "Patty Berg thanked the nurses of the clinic.",
      [],
    ],
    [
      "The singer, aged 56, opened the festival.",
      "The singer is 54 years old.",
      ["number: 56 / 54 years"],
    ],
  ])("%s / %s", (page, corpus, slots) => {
    expect(slotsOf(page, corpus, "across")).toEqual(slots);
  });
});

describe("another action", () => {
  it.each([
    [
      "Accused of not selling the quiet little old mill, the mayor left.",
      "The mayor sold the mill.",
    ],
    ["Farmers wanted the price of barley to rise.", "Barley became cheap."],
    [
      "If the council approved the harbour plan, the harbour would grow.",
      "Neither of the two councils approved the harbour plan.",
    ],
    [
      "Some members of the council approved the harbour plan.",
      "The council should not approve the harbour plan.",
    ],
    ["The driver left hospital after six months.", "The driver, six weeks in hospital, went home."],
    [
      "The flood may have killed nine people in Orsha.",
      "In the north the flood killed four people.",
    ],
  ])("%s / %s", (pageText, corpusText) => {
    const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
    expect(otherActionOf(sidesOf(page, corpus, pairs, alignment))).toBe("otherTerms");
  });
});

describe("changes of a quote", () => {
  it.each<Case>([
    [
      "The mayor said that “the old bridge will stay open” for lorries all winter.",
      "“The old bridge will stay open for lorries all winter. Nobody has to wait,” the mayor said.",
      [],
    ],
    [
      "“It will stay open for lorries all winter,” the mayor said.",
      "“The old bridge will stay open for lorries,” the mayor said.",
      [],
    ],
    [
      "“The bridge will stay open for lorries all winter,” the mayor said.",
      "“I know the old bridge will stay open for lorries all winter, Mr. Hall,” the mayor said.",
      ["omitted:  / I know", "omitted:  / old", "omitted:  / Mr. Hall"],
    ],
    [
      "“The old bridge will not stay open for lorries all winter,” the mayor said.",
      "The mayor said that “the old bridge will stay open” for lorries all winter.",
      ["added: not / "],
    ],
    [
      "“The old bridge will not stay open for lorries all winter,” the mayor said.",
      "“The old bridge will stay open for all lorries in winter,” the mayor said.",
      ["added: not / ", "added: lorries / ", "omitted:  / lorries in"],
    ],
    [
      "“The old bridge will stay open for all lorries in winter,” the mayor said.",
      "“I know the old bridge will stay open for lorries all winter, Mr. Hall,” the mayor said.",
      [],
    ],
    [
      "“The old bridge will stay open for all lorries in winter,” the mayor said.",
      "“The old bridge will stay open. For lorries it is free all winter,” the mayor said.",
      ["added: all / ", "exchanged: in / it is free all"],
    ],
    [
      "“The old bridge will stay open for lorries all winter,” the mayor said.",
      "“The old bridge will … all winter,” the mayor said.",
      ["added: stay open for lorries / "],
    ],
    [
      "“The old bridge will stay open. For lorries it is free all winter,” the mayor said.",
      "“It'll stay open for lorries all winter,” the mayor said.",
      ["exchanged: The old bridge / It'll", "added: it is free / "],
    ],
    [
      "“The old bridge will … all winter,” the mayor said.",
      "“Nobody has to wait. The old bridge will stay open for lorries all winter,” the mayor said.",
      ["omitted:  / stay open for lorries"],
    ],
    [
      "“We asked for help twice, and nobody from the capital came to the valley,” said Claire Lund.",
      "“We asked for help twice,” said Claire Lund. “Nobody came to the valley.”",
      ["added: and nobody from the capital came to the valley / "],
    ],
    [
      "“We asked for help twice,” said Claire Lund. “Nobody came to the valley.”",
      "“We asked for help twice, but nobody came to the valley,” said Patty Berg.",
      ["omitted:  / but nobody came to the valley"],
    ],
    [
      "“We asked for help, and nobody came to the valley,” said Claire Lund.",
      "“Nobody came to the valley, and we asked for help twice,” said Claire Lund.",
      ["added: We asked for help, and / ", "omitted:  / and we asked for help twice"],
    ],
  ])("%s / %s", (page, corpus, changes) => {
    expect(told(quoteChanges(prepared(page), prepared(corpus)))).toEqual(changes);
  });
});

describe("two statements of one day", () => {
  it.each<Case>([
    ["Guards met the captain of the ferry.", "The owner sold the ferry to the guards.", ["none"]],
    [
      "Originally to be sold in March, the ferry sank.",
      "The ferry was earlier estimated to be sold last week.",
      ["differs", "date: March / last week"],
    ],
    [
      "The captain was freed from the ferry.",
      "Guards denied that they freed the captain of the ferry.",
      ["contradicts", "negation: freed / denied that they freed"],
    ],
    [
      "The company had hoped to sell the ferry last week.",
      "The ferry had been expected to be sold in March.",
      ["differs", "date: last week / March"],
    ],
    [
      "The council approved the harbour plan, which the mayor rejected.",
      "The council refused to approve the harbour plan.",
      ["contradicts", "negation: approved / refused to approve"],
    ],
    [
      "The council asked whether the mayor approved the harbour plan.",
      "The council rightly did not approve the harbour plan.",
      ["none"],
    ],
    [
      "The driver was in hospital for four days.",
      "The driver spent three days in hospital.",
      ["differs", "number: four days / three days"],
    ],
    [
      "The flood has not killed more than 30 people in Orsha.",
      "Four days after the flood, more than 20 people were buried in Orsha.",
      ["none"],
    ],
    [
      "The flood killed 20 to 30 people in Orsha.",
      "The deaths of 25 people in the flood shocked Orsha.",
      ["none"],
    ],
    [
      "The mayor said the old bridge “will stay open for lorries all winter”.",
      "The mayor said that “the old bridge will stay open” for lorries all winter.",
      ["near-verbatim"],
    ],
    [
      "The mayor said the old bridge “will stay open for lorries all winter”.",
      "“The old bridge will stay open for all lorries in winter,” the mayor said.",
      ["near-verbatim", "added: lorries / ", "omitted:  / lorries in"],
    ],
    [
      "The mayor said “The old stone bridge over the river” to reporters.",
      "The mayor said “The old stone” to reporters.",
      ["near-verbatim"],
    ],
    [
      "The mine can employ 2,300 workers.",
      "The mine employs 2,000 workers and 30 clerks.",
      ["none"],
    ],
    [
      "The mine pays 60 workers by the day.",
      "The mine was originally expected to employ 40 workers.",
      ["none"],
    ],
    [
      "The price of barley rose in the cities.",
      "Farmers said the price of barley would rise.",
      ["none"],
    ],
    [
      "The sale of the ferry, due on June 9, 2018, was stopped.",
      "The company had hoped to sell the ferry yesterday.",
      ["none"],
    ],
    [
      "The trial of the banker began in May 2018.",
      "The trial of the banker began on May 17, 2018.",
      ["near-verbatim"],
    ],
    [
      "The trial of the banker began on May 5, 2018.",
      "The trial of the banker began this week.",
      ["differs", "date: May 5, 2018 / this week"],
    ],
    [
      "The trial of the banker began on Monday.",
      "The trial of the banker began on Dec. 31, 2018.",
      ["differs", "date: Monday / Dec. 31, 2018"],
    ],
    [
      "The trial of the banker began this week.",
      "The trial of the banker began two weeks ago.",
      ["differs", "date: this week / two weeks ago"],
    ],
    [
      "The trial of the banker is due to open in May 2018.",
      "The court opened the trial of the banker on June 5, 2018 and the trial of the driver on June 9, 2018.",
      ["differs", "date: May 2018 / June 5, 2018"],
    ],
    [
      "“All winter the old bridge will stay open for lorries,” the mayor said.",
      "“The old bridge will stay open for lorries,” the mayor said.",
      ["near-verbatim", "added: All winter / "],
    ],
    [
      "“It was cold. We asked for help twice, and nobody came to the valley. Then it snowed,” said Claire Lund.",
      "Claire Lund said they “asked for help twice” and that “nobody came to the valley”.",
      ["near-verbatim"],
    ],
    [
      "“It will stay open for lorries all winter,” the mayor said.",
      "“It'll stay open for lorries all winter,” the mayor said.",
      ["near-verbatim"],
    ],
    [
      "“It will stay open for lorries all winter,” the mayor said.",
      "“Nobody has to wait. The old bridge will stay open for lorries all winter,” the mayor said.",
      ["near-verbatim", "exchanged: It / The old bridge"],
    ],
    [
      "“The new wooden bridge will be closed for lorries all winter,” the mayor said.",
      "“Nobody has to wait. The old bridge will stay open for lorries all winter,” the mayor said.",
      ["contradicts", "negation: closed / open"],
    ],
    [
      "“The old bridge will stay open for lorries all winter,” the mayor said.",
      "“The old bridge will stay open for lorries all winter,” he said, adding: “The new tunnel will be closed for lorries all summer.”",
      ["verbatim"],
    ],
    [
      "“The old bridge will … all winter,” the mayor said.",
      "“The old bridge will not stay open for lorries all winter,” the mayor said.",
      ["none"],
    ],
    [
      "“The old bridge … will stay open for lorries all winter,” the mayor said.",
      "“The old bridge may stay open for lorries all winter,” the mayor said.",
      ["none"],
    ],
    [
      "“We asked for help twice,” said Claire Lund. “Nobody came to the valley.”",
      "“We asked for help twice, but nobody came to the valley,” said Patty Berg.",
      ["differs", "omitted:  / but nobody came to the valley", "actor: Claire Lund / Patty Berg"],
    ],
    [
      "“We begged for help twice, and no one came to the valley,” said Claire Lund.",
      "“We asked for help twice, but nobody came to the valley,” said Patty Berg.",
      [
        "differs",
        "exchanged: begged / asked",
        "exchanged: and no one / but nobody",
        "actor: Claire Lund / Patty Berg",
      ],
    ],
  ])("%s / %s", (page, corpus, expected) => {
    const day = "2018-06-20";
    const { relation, differences } = comparePair(
      readStatement(page, day),
      readStatement(corpus, day),
    );
    expect([relation, ...told(differences)]).toEqual(expected);
  });
});

describe("two statements of two people", () => {
  it.each<Case>([
    [
      "Claire Lund said the council had approved the harbour plan.",
      "Patty Berg said the council had not approved the harbour plan.",
      ["contradicts", "negation: approved / not approved"],
    ],
    [
      "The council did not approve the harbour plan.",
      "The council postponed the approval of the harbour plan.",
      ["none"],
    ],
    [
      "The council postponed the approval of the harbour plan.",
      "The council never approved the harbour plan.",
      ["none"],
    ],
    [
      "The harbour plan was not approved by the council.",
      "The harbour plan was approved by the council.",
      ["contradicts", "negation: not approved / approved"],
    ],
    [
      "“The old bridge will stay open for lorries and buses all winter,” said Claire Lund.",
      "The mayor said that “the old bridge will stay open” for lorries all winter.",
      ["verbatim"],
    ],
    [
      "“We begged for help twice, and no one came to the valley,” said Claire Lund.",
      "“We asked for help twice, but nobody came to the valley,” said Patty Berg.",
      ["differs", "actor: Claire Lund / Patty Berg", "speaker: Claire Lund / Patty Berg"],
    ],
  ])("%s / %s", (page, corpus, expected) => {
    const comparison: Comparison = comparePassages(prepared(page), prepared(corpus), {
      story: { likeness: 0, days: null },
      fewness: 0,
      pageSpeaker: "Claire Lund",
      corpusSpeaker: "Patty Berg",
      hasTitle: false,
      meaning: null,
    });
    // The alignment is made when it is asked for.
    const given = Object.create(comparison, { logit: { value: 3 } }) as Comparison;
    const verdict = verdictOf(given, 0, 0.5);
    expect([verdict?.relation ?? "none", ...told(verdict?.differences ?? [])]).toEqual(expected);
  });
});
