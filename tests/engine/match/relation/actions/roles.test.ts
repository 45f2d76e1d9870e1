import { describe, expect, it } from "vitest";
import { otherActionOf } from "../../../../../src/engine/match/relation/actions/roles.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../../preparedTexts.ts";

function otherActionIn(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return otherActionOf(sidesOf(page, corpus, pairs, alignment));
}

describe("agent and object", () => {
  it.each([
    ["Croatia defeated England in Moscow.", "England defeated Croatia in Moscow."],
    ["Croatia defeated England.", "Croatia was defeated on Sunday by England."],
    ["Croatia lost to England.", "Croatia beat England on Sunday."],
    ["Croatia defeated England.", "Croatia lost the final to England."],
    ["Croatia lost to England.", "England lost to Croatia."],
    ["Croatia beat England.", "England defeated Croatia."],
    ["The play is based on the novel.", "The novel is based on the play."],
    ["Brazil sold the aircraft to Chile.", "Chile sold the aircraft to Brazil."],
    ["The judge was swiftly accused by the mayor.", "The mayor was accused by the judge."],
    ["Croatia was soundly beaten by England.", "Croatia beat England."],
    ["Croatia was then beaten by England.", "Croatia beat England."],
    ["Croatia was today beaten by England.", "England was today beaten by Croatia."],
    [
      "Croatia was defeated in the quiet old town of Orsha by England.",
      "Croatia defeated England.",
    ],
    ["England, which defeated Croatia, left.", "Croatia defeated England."],
    ["By the river the mayor was thanked by the driver.", "The mayor thanked the driver."],
    ["Berg sued the Bank of England and Chile.", "Chile sued Berg."],
    ["It was the mayor who thanked the driver.", "It was the driver who thanked the mayor."],
    ["The army was attacked near Split by rebels.", "The army attacked rebels near Split."],
    [
      "The mayor praised Ghent, which sold the old bridge to Bari.",
      "The mayor praised Bari, which sold the old bridge to Ghent.",
    ],
  ])("are swapped: %s %s", (page, corpus) => {
    expect(otherActionIn(page, corpus)).toBe("swapped");
  });

  it.each([
    ["Croatia lost to England.", "England beat Croatia on Sunday."],
    ["Croatia lost to England.", "Croatia were beaten by England."],
    ["Croatia lost a bus on the way.", "Croatia beat England."],
    ["The badly wounded miners were flown out.", "The miners wounded in the blast were flown out."],
    ["The owl was found by a hiker with wounds.", "The owl, found by a hiker, had wounds."],
    ["The grower was yesterday thanked by the mayor.", "The grower was thanked by the mayor."],
    ["The company, based in Turin, may sell two mills.", "The Turin-based company may sell mills."],
    ["The ferry is registered to a firm.", "The firm that the ferry is registered to is small."],
    ["Officers shot two guards in a raid.", "Two guards were killed when officers led a raid."],
    ["The senate passed the bill.", "The bill passed the senate."],
    ["Berg thanked Lund, and the driver left Orsha in June.", "The driver thanked Berg."],
    ["England was swiftly defeated by Croatia.", "Swiftly defeated, Croatia left England."],
    ["A path leads to the mine.", "To the mine leads a path."],
    ["The mayor and the driver thanked the nurse.", "The mayor and the nurse thanked the driver."],
    [
      "The army was attacked in the spring of last year in Split by rebels.",
      "The army attacked rebels.",
    ],
  ])("are the same: %s %s", (page, corpus) => {
    expect(otherActionIn(page, corpus)).not.toBe("swapped");
  });
});

describe("an action told in other terms", () => {
  it.each([
    ["The council sat, ate and hoped to approve it.", "The council approved it."],
    ["The widows of migrants are moving to Chile.", "Migrants are moving to Chile."],
    ["Twenty members did not approve the budget.", "Forty members approved the budget."],
    ["Members of the council approved the budget.", "Six members did not approve the budget."],
    ["The widow of Augusto Pinochet was buried in Chile.", "Augusto Pinochet was buried in Chile."],
    ["On Friday the mayor was buried in Chile.", "The widow of the mayor was buried in Chile."],
    ["The club won 24 cups.", "The club played 24 seasons."],
    ["Won: 24 cups with the club.", "The club played 24 seasons."],
    ["The club sought, bought and sold the keeper.", "The club got the keeper."],
    ["The mayor plans to sell the mill and sell the bridge.", "The mayor sold the mill."],
    ["The council plans to sell the mill.", "Sold by the council: the mill."],
  ])("%s %s", (page, corpus) => {
    expect(otherActionIn(page, corpus)).toBe("otherTerms");
    expect(otherActionIn(corpus, page)).toBe("otherTerms");
  });

  it.each([
    ["a denial", "The council refused to approve the plan.", "The council approved it."],
    [
      "a denial of as many",
      "Twelve members did not approve the budget.",
      "Twelve members approved the budget.",
    ],
    [
      "what a participle adds to a noun",
      "The issue of migrants moving to Chile was raised.",
      "Migrants moved to Chile.",
    ],
    [
      "a woman and whose widow she is",
      "The president's widow was buried in Chile.",
      "The first lady was buried in Chile.",
    ],
    [
      "what a widow says of a president",
      "The widow of the president was buried in Chile.",
      "The widow said the president was buried in Chile.",
    ],
    [
      "a state and its army",
      "The army of Chile buried the president.",
      "Chile buried the president.",
    ],
    [
      "two actions beside what is done elsewhere",
      "The council may approve it, and guards met in Orsha.",
      "The mayor approved it, and clerks ate in Orsha.",
    ],
    [
      "two actions of which one is after another clause",
      "Guards met in Orsha, Lund may approve it.",
      "In Orsha it was approved.",
    ],
    [
      "two actions of which one is three clauses on",
      "Clerks met in Orsha, guards ate, drivers slept, and Lund may approve it.",
      "In Orsha it was approved.",
    ],
    ["an action that shares nothing", "The council may approve the plan.", "It was approved."],
    [
      "an office and its holder",
      "The governor of the bank will retire in June.",
      "Governor Claire Lund will retire in June.",
    ],
    [
      "the offices of one person",
      "Deputy governor Claire Lund will retire in June.",
      "Governor Claire Lund will retire in June.",
    ],
    [
      "the deputy of another",
      "The mayor and the governor will retire in June.",
      "The governor met the deputy mayor and will retire in June.",
    ],
    [
      "a headline without a subject",
      "Sold the mill to Chile.",
      "The mayor sold the mill to Chile.",
    ],
    ["what others seek", "The bank seeks clerks.", "The club will get the keeper."],
    ["what is sought and sold", "The club wants the keeper.", "The club sold the keeper in June."],
    [
      "a number of things left out",
      "Lund won 24 cups with the club.",
      "Lund lifted 24 with the club.",
    ],
  ])("is not %s", (_name, page, corpus) => {
    expect(otherActionIn(page, corpus)).toBeNull();
    expect(otherActionIn(corpus, page)).toBeNull();
  });
});
