import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { storyTolls } from "../../../src/engine/stories/storyTolls.ts";
import { tollsOf } from "../../../src/engine/stories/tolls.ts";
import { fireArticle as article, fireArticles } from "../../support/fireStory.ts";

function tolls(sentences: string): readonly string[] {
  return tollsOf(readArticle(article("Post", sentences))).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );
}

describe("the tolls of an article", () => {
  it.each([
    ["At least 12 people were killed, the fire brigade said.", ["dead: At least 12 people"]],
    ["The blaze killed 12 and injured 30.", ["dead: 12", "hurt: 30"]],
    ["The blaze left 12 people dead.", ["dead: 12 people"]],
    ["The death toll rose to 14 in the evening.", ["dead: 14"]],
    ["She was one of 14 Marlanders killed in the fire.", ["dead: 14 Marlanders"]],
    ["Three people are still missing.", ["missing: Three people"]],
    ["Police said 40 people were arrested.", ["arrested: 40 people"]],
    ["It was the worst fire since 2009 and 12 people were killed.", ["dead: 12 people"]],
  ])("are read from %j", (sentence, found) => {
    expect(tolls(sentence)).toEqual(found);
  });

  it.each([
    ["some of the people", "The fire killed 12 firefighters."],
    ["what may be", "The mayor fears that 12 people could be killed."],
    ["those who act", "Three people killed the owner of the hall."],
    ["another time", "In 2009, a fire in the same hall killed 12 people."],
    ["another day", "On January 2, a fire in the next street killed 12 people."],
    ["another month", "In November, a fire in the next street killed 12 people."],
    ["a longer time", "At least 30 people have been killed in fires since the new year."],
    ["somebody's words", "“Twelve people were killed,” he said."],
    ["those beside somebody else", "The owner of the hall and 12 others were killed."],
    ["more than before", "Another 12 people were injured."],
    ["things", "The fire destroyed 12 stalls."],
  ])("are not %s", (_, sentence) => {
    expect(tolls(sentence)).toEqual([]);
  });

  it("are left out if the article has two that differ", () => {
    expect(tolls("The fire killed 12 people. A stampede killed 20 people.")).toEqual([]);
  });
});

function sideBySide(...articles: readonly Article[]): readonly string[] {
  return storyTolls(articles.map(readArticle)).flatMap(({ kind, values }) =>
    values.map(({ article: at, text }) => `${kind}: ${articles[at]!.outlet.name} ${text}`),
  );
}

describe("the tolls of a story", () => {
  it("stand side by side where they cannot be the same number", () => {
    expect(sideBySide(...fireArticles)).toEqual([
      "dead: Post At least 12 people",
      "dead: Courier 11",
      "dead: Ledger 14",
    ]);
  });

  it.each([
    ["agree", article("Courier", "The fire killed 13 people.")],
    ["are of one outlet", article("Post", "The fire killed 11 people.")],
    ["are days apart", article("Courier", "The fire killed 11 people.", "2024-03-08")],
    ["are far apart", article("Courier", "The fire killed 2 people.")],
    ["have no date", { ...article("Courier", "The fire killed 11 people."), published: null }],
    [
      "are of other places",
      {
        ...article("Courier", ""),
        title: "Ferry sinks",
        body: "A ferry sank near Port Elsby on Monday. The accident killed 11 people.",
      },
    ],
  ])("are left out if they %s", (_, other) => {
    expect(sideBySide(article("Post", "At least 12 people were killed."), other)).toEqual([]);
  });
});
