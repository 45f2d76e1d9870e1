import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { pairsOfTolls } from "../../../src/engine/stories/deathTolls.ts";

const place = "The ferry sank off Brell Island on Monday, and Corvian divers searched it.";

function articleOf(id: string, body: string, day = "2026-03-03"): Article {
  return {
    id: id as Article["id"],
    title: "The ferry",
    outlet: { name: id, domain: null },
    urls: [],
    published: { value: day, precision: "day", basis: "stated" },
    language: "en",
    body: `${place} ${body}`,
  } as unknown as Article;
}

/** The numbers that two articles differ in. */
function differing(one: string, other: string, otherDay?: string): readonly string[] {
  const articles = [articleOf("One Post", one), articleOf("Other News", other, otherDay)];
  return pairsOfTolls(articles.map(readArticle)).flatMap(({ differences }) =>
    differences.map(({ page, corpus }) => `${page} / ${corpus}`),
  );
}

const dead = "At least 60 people were killed.";

describe("how many died in an event", () => {
  it.each([
    ["in other words", dead, "The wreck killed 52 people and wounded a dozen.", "At least 60 / 52"],
    ["as a toll", dead, "The death toll has risen to 59.", "At least 60 / 59"],
    [
      "of those who live there",
      dead,
      "Among the 52 Corvians killed was a boy.",
      "At least 60 / 52",
    ],
    [
      "by the highest number of an article that is updated",
      "Now 52 people are dead. In the morning 45 people were dead.",
      "So 47 people have been killed.",
      "52 / 47",
    ],
  ])("differs %s", (_name, one, other, expected) => {
    expect(differing(one, other)).toEqual([expected]);
  });

  it.each([
    ["may be the same", dead, "The wreck killed 61 people."],
    [
      "is the same once",
      `${dead} Off Brell Island, Corvians say, 52 people are dead.`,
      "The wreck killed 52 people.",
    ],
    ["is told of some", dead, "Fishermen were saved, among them 52 people killed later."],
    [
      "is told with others",
      "Officials said 61 people were killed, including the captain.",
      "The wreck killed 52 people.",
    ],
    ["counts the hurt", dead, "The wreck wounded 52 people."],
    ["is that of another day", dead, "In 2014, 52 people were killed."],
    ["is that of a longer time", dead, "So far this year 52 people were killed."],
    ["is far from the other", dead, "The wreck killed 12 people."],
  ])("is no difference if it %s", (_name, one, other) => {
    expect(differing(one, other)).toEqual([]);
  });

  it("is no difference days later, when more have died", () => {
    const later = "The wreck killed 52 people.";
    expect(differing(dead, later, "2026-03-04")).toHaveLength(1);
    expect(differing(dead, later, "2026-03-09")).toEqual([]);
  });

  it("is no difference where the names around are others", () => {
    const elsewhere = readArticle({
      ...articleOf("Other News", ""),
      body: "A bus fell off a bridge in Selm. The fall killed 52 people.",
    });
    expect(pairsOfTolls([readArticle(articleOf("One Post", dead)), elsewhere])).toEqual([]);
  });
});
