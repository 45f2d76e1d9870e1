import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { preparePassage } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { comparePassages } from "../../../../src/engine/match/comparison.ts";
import { meaningFeatures } from "../../../../src/engine/match/meaning/meaningFeatures.ts";
import { storyFeatures } from "../../../../src/engine/match/score/features.ts";
import { noContext, prepared } from "../preparedTexts.ts";

/** The features of two passages whose articles are alike and so many days apart. */
function featuresOf(page: string, corpus: string, { likeness = 0, days = 100 } = {}) {
  const context = { ...noContext, story: { likeness, days } };
  return comparePassages(prepared(page), prepared(corpus), context).features;
}

describe("two articles", () => {
  it.each([
    [4, 1, 0],
    [5, 0, 0],
    [45, 0, 0],
    [46, 0, 1],
    [null, 0, 0],
  ])("%j days apart are of the same days: %i, and of two seasons: %i", (days, same, far) => {
    const { sameDays, farDays } = storyFeatures({ likeness: 0, days }, 0, false);
    expect([sameDays, farDays]).toEqual([same, far]);
  });

  it("are of one season where both passages name one day", () => {
    expect(storyFeatures({ likeness: 0, days: 400 }, 0.5, true)).toMatchObject({ farDays: 0 });
    expect(storyFeatures({ likeness: 0, days: 400 }, 0.5, false).farInFew).toBe(0.5);
  });

  it("without a date are as far apart as those of ten days", () => {
    const apart = (days: number | null) => storyFeatures({ likeness: 0, days }, 0, false).daysApart;
    expect(apart(null)).toBe(apart(10));
  });

  it("are surely on one story from a likeness on, above which nothing is added", () => {
    const likenesses = [0.2, 0.29, 0.31, 0.9].map(
      (likeness) => storyFeatures({ likeness, days: 0 }, 0, false).likeness,
    );
    expect(likenesses).toEqual([0.2, 0.29, 0.3, 0.3]);
  });
});

describe("two passages of other seasons", () => {
  const orsha = "In Orsha the council sold the mill to a baker.";

  it("are of another matter where each names somebody else", () => {
    const other = "In Gorki the council sold the mill to a baker.";
    expect(featuresOf(orsha, other).otherMatter).toBe(1);
    expect(featuresOf(orsha, other, { days: 10 }).otherMatter).toBe(0);
    expect(featuresOf(orsha, orsha).otherMatter).toBe(0);
    const shared = "with Moscow, London and Paris";
    expect(featuresOf(`${orsha} ${shared}`, `${other} ${shared}`).otherMatter).toBe(0.6);
    const half = "with Moscow";
    expect(featuresOf(`${orsha} ${half}`, `${other} ${half}`).otherMatter).toBe(0.6);
  });

  it("are of the same people where they hardly share an action", () => {
    const page = "The foreign minister met the ambassador in Orsha.";
    const apart = "The foreign minister thanked the ambassador of the bakers.";
    expect(featuresOf(page, apart).samePeople).toBe(1);
    expect(featuresOf(page, apart, { likeness: 0.3 }).samePeople).toBe(0);
    expect(featuresOf(orsha, orsha).samePeople).toBe(0);
  });

  it("share only a frame where one has a name and no name is shared", () => {
    const frame = "The council sold the mill to a baker.";
    expect(featuresOf(frame, orsha).namesApart).toBe(1);
    expect(featuresOf(orsha, frame).namesApart).toBe(0);
    expect(featuresOf(orsha, orsha).namesApart).toBe(0);
  });
});

describe("facts of two passages", () => {
  const facts = (page: string, corpus: string) => {
    const { dateSame, dateOther, numberSame, namesOther } = featuresOf(page, corpus);
    return { dateSame, dateOther, numberSame, namesOther };
  };
  const none = { dateSame: 0, dateOther: 0, numberSame: 0, namesOther: 0 };

  it.each([
    ["a date", "It fell on May 3, 2018.", "On May 3, 2018 it rose.", { dateSame: 1 }],
    ["no date", "It fell on May 3, 2018.", "It rose on May 9, 2018.", { dateOther: 1 }],
    ["a day that is not known", "It fell on Monday.", "It rose on May 9, 2018.", {}],
    ["a number", "They sold 40 mills.", "Of 40 mills they told.", { numberSame: 1 }],
    ["no number", "They sold 40 mills.", "They sold 60 mills.", {}],
    ["no name", "He met Angela Merkel.", "He met Vladimir Putin.", { namesOther: 1 }],
    ["one of two names", "Merkel met Putin.", "Merkel met Macron.", { namesOther: 1 }],
  ])("have in common %s", (_name, page, corpus, told) => {
    expect(facts(page, corpus)).toEqual({ ...none, ...told });
  });
});

describe("what is shared", () => {
  it("counts names apart from other words", () => {
    const names = featuresOf("Orsha mourned.", "Then Orsha danced.");
    expect(names.nameCover).toBeGreaterThan(0);
    expect(names.wordBits).toBe(0);
    const words = featuresOf("Bakers mourned in Orsha.", "Bakers danced in Gorki.");
    expect(words.nameCover).toBe(0);
    expect(words.wordBits).toBeGreaterThan(0);
  });

  it("is a name where only one side has it as one, and no action", () => {
    const [named, unnamed] = ["They met Zuxqor.", "The zuxqor danced."];
    for (const features of [featuresOf(named, unnamed), featuresOf(unnamed, named)]) {
      expect(features.nameCover).toBeGreaterThan(0);
      expect(features).toMatchObject({ wordBits: 0, samePeople: 1 });
    }
  });

  it("is measured in bits: sixty of all words, thirteen of the rarest", () => {
    const { wordBits, secondShared } = featuresOf("Bakers mourned.", "The mourned bakers.");
    expect(wordBits).toBeCloseTo(20 / 60, 3);
    expect(secondShared).toBeCloseTo(10 / 13, 3);
  });

  it.each([
    [6.9, 1],
    [7, 0],
  ])("is no action of %f bits, fewer than a rare word has: %i", (bits, isOnlyPeople) => {
    const weights = { of: () => bits, ofWord: () => bits };
    const [page, corpus] = ["Bakers mourned.", "Bakers danced."].map((text) =>
      preparePassage(readStatement(text), weights),
    );
    expect(comparePassages(page!, corpus!, noContext).features.samePeople).toBe(isOnlyPeople);
  });
});

describe("what only one passage has", () => {
  it("is a denial, in whatever form", () => {
    expect(featuresOf("Bakers mustn't dance.", "Bakers must dance.").negationApart).toBe(1);
    expect(featuresOf("Bakers mustn't dance.", "Bakers must not dance.").negationApart).toBe(0);
  });

  it("are names, six of them at most, of the passage that has more", () => {
    const names = ["Orsha", "Gorki", "Moscow", "London", "Paris", "Berlin", "Madrid"];
    const alone = (count: number) =>
      featuresOf(`He saw ${names.slice(0, count).join(" and ")}.`, "He saw it.").namesAlone;
    expect([0, 3, 6, 7].map(alone)).toEqual([0, 0.5, 1, 1]);
  });

  it("are numbers, two of them at most, of the passage that has fewer", () => {
    const numbers = ["40", "50", "60"];
    const alone = (count: number) =>
      featuresOf(
        `They sold ${numbers.slice(0, count).join(" and ")}.`,
        "Then 70, 80 and 90 were sold.",
      ).numbersAlone;
    expect([0, 1, 2, 3].map(alone)).toEqual([0, 0.5, 1, 1]);
    expect(featuresOf("They sold 40.", "Then 40 were sold.").numbersAlone).toBe(0);
  });
});

it("neighbours in one passage are neighbours in the other, or not", () => {
  const pairs = (corpus: string) => featuresOf("Bakers mourned harbours.", corpus).neighbourPairs;
  expect(pairs("Bakers mourned harbours.")).toBe(1);
  expect(pairs("Bakers mourned; then harbours.")).toBe(1);
  expect(pairs("Harbours, bakers mourned.")).toBe(0.5);
  expect(pairs("Bakers quickly mourned old harbours.")).toBe(0);
  expect(
    featuresOf("Bakers quickly mourned old harbours.", "Bakers mourned harbours."),
  ).toMatchObject({ neighbourPairs: 0 });
});

it.each([
  ["of two languages", { isOneLanguage: false }, 1],
  ["of one language", { isOneLanguage: true }, 0],
  ["of whose languages nothing is known", null, 0],
])("a speaker written in two scripts is one in passages %s", (_, known, isOne) => {
  const rivals = { inArticle: null, onPage: null, inLibrary: null };
  const { features } = comparePassages(prepared("Bakers mourned."), prepared("Bakers danced."), {
    ...noContext,
    pageSpeaker: "Сергей Лавров",
    corpusSpeaker: "Sergei Lavrov",
    meaning: known && { ...known, features: meaningFeatures(0.5, rivals, 0) },
  });
  expect(features.speakerSame).toBe(isOne);
});
