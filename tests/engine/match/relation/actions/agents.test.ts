/** Whose action a verb tells: who acts, who wins, and whose part it is. */
import { describe, expect, it } from "vitest";
import { isPassive } from "../../../../../src/engine/match/relation/actions/agents.ts";
import { areTwoParts } from "../../../../../src/engine/match/relation/actions/heads.ts";
import {
  isLostTo,
  resultPairs,
  verbPairs,
} from "../../../../../src/engine/match/relation/actions/verbPairs.ts";
import { clausesOf } from "../../../../../src/engine/match/relation/clauses.ts";
import {
  type Side,
  type Sides,
  sidesOf,
} from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared, prepared } from "../../preparedTexts.ts";

function sideOf(text: string): Side {
  const passage = prepared(text);
  return { passage, clauses: clausesOf(passage.text, passage.words) };
}

function sidesFor(pageText: string, corpusText: string): Sides {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return sidesOf(page, corpus, pairs, alignment);
}

/** The index of a word in a passage. */
function indexOf({ passage }: Side, word: string): number {
  return passage.words.findIndex(({ folded }) => folded === word);
}

it.each([
  ["The bill was passed.", "passed", true],
  ["The bill was not passed.", "passed", true],
  ["The bill was Monday narrowly passed.", "passed", true],
  ["The bill passed by the senate is long.", "passed", true],
  ["The senate passed, by the way, the bill.", "passed", false],
  ["The senators went by train.", "went", false],
  ["The senate was passing the bill.", "passing", false],
  ["The senate passed the bill.", "passed", false],
])("%s: “%s” is passive: %s", (text, verb, is) => {
  const side = sideOf(text);
  expect(isPassive(side, indexOf(side, verb))).toBe(is);
});

it.each([
  ["Leeds lost the final to York.", "lost", true],
  ["Leeds lost the final.", "lost", false],
  ["Used to winning, Leeds lost the final.", "lost", false],
  ["To all who watched Leeds lost the final.", "lost", false],
  ["Leeds lost the final, and the fans went to York.", "lost", false],
  ["Leeds gave the cup to York.", "gave", false],
])("%s: “%s” tells who won: %s", (text, verb, is) => {
  const side = sideOf(text);
  expect(isLostTo(side, indexOf(side, verb))).toBe(is);
});

describe("verbs of two passages", () => {
  const words = (sides: Sides, pairs: readonly { page: number; corpus: number }[]) =>
    pairs.map(({ page, corpus }) =>
      [sides.page.words[page], sides.corpus.words[corpus]].map((word) => word?.folded).join(" / "),
    );

  it.each([
    ["The union voted in Ghent.", "In Ghent the union votes.", ["voted / votes"]],
    ["The vote was held in Ghent.", "In Ghent the union will vote.", []],
    ["The union said it voted.", "The union voted, the mayor said.", ["voted / voted"]],
  ])("%s %s are paired", (page, corpus, expected) => {
    const sides = sidesFor(page, corpus);
    expect(words(sides, verbPairs(sides))).toEqual(expected);
  });

  it.each([
    ["York beat Leeds.", "Leeds lost to York.", ["beat / lost"]],
    ["The beat of the drum was heard in York.", "York defeated Leeds.", []],
  ])("%s %s tell a result", (page, corpus, expected) => {
    const sides = sidesFor(page, corpus);
    expect(words(sides, resultPairs(sides))).toEqual(expected);
  });
});

it.each([
  ["The north of the country voted.", "The south of the country voted.", true],
  ["The north of the country voted.", "The north of the country voted.", false],
  ["The widow of the driver voted.", "The son of the doctor voted.", false],
  ["The widow of the driver voted for the son.", "The son of the driver voted.", false],
  ["The north voted.", "The south of the country voted.", false],
  ["The north of the country voted.", "The south voted.", false],
  ["The north of the country voted.", "Voted down by the south of the country.", false],
])("%s %s are of two parts: %s", (page, corpus, are) => {
  const sides = sidesFor(page, corpus);
  const verbs = {
    page: indexOf(sides.pageSide, "voted"),
    corpus: indexOf(sides.corpusSide, "voted"),
  };
  expect(areTwoParts(sides, verbs)).toBe(are);
});
