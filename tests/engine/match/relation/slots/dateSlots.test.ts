import { describe, expect, it } from "vitest";
import { readArticle } from "../../../../../src/engine/extract/readArticle.ts";
import { preparePassage } from "../../../../../src/engine/match/candidates/preparedPassage.ts";
import { comparePassages } from "../../../../../src/engine/match/comparison.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import {
  slotDifferences,
  slotsAcross,
} from "../../../../../src/engine/match/relation/slots/slots.ts";
import { plainArticle } from "../../../../support/plainArticle.ts";
import { compared, evenWeights, noContext } from "../../preparedTexts.ts";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

describe("two dates differ", () => {
  it.each<SlotCase>([
    [
      "only if both are a day, or both a longer time",
      "The mayor resigned in 2017.",
      "The mayor resigned on Dec. 20, 2018.",
      [],
    ],
    [
      "where the next clause begins right after them",
      "The mayor resigned Dec. 18, 2018, Ghent officials said.",
      "The mayor resigned Dec. 20, 2018, Ghent officials said.",
      ["date: Dec. 18, 2018 / Dec. 20, 2018"],
    ],
    [
      "as a year and a day of what happens once",
      "The painter was born in 2015.",
      "The painter (born May 3, 2018) left Ghent.",
      ["date: 2015 / May 3, 2018"],
    ],
    [
      "not as a year and a day within it",
      "The painter was born in 2018.",
      "The painter (born May 3, 2018) left Ghent.",
      [],
    ],
    [
      "not of what happened again",
      "The river flooded in 1953.",
      "The river flooded again in 1978.",
      [],
    ],
    [
      "in a list of dates",
      "The concerts are May 3, 2018, May 9, 2018.",
      "The concerts are May 5, 2018, May 9, 2018.",
      ["date: May 3, 2018 / May 5, 2018"],
    ],
    [
      "before the verb of the sentence",
      "A ship launched March 2018 sank in Split.",
      "A ship launched April 2018 sank in Split.",
      ["date: March 2018 / April 2018"],
    ],
    [
      "with a light verb, whatever the next clause says",
      "In May 2018 the strike was over, closing the mill.",
      "The strike was over in June 2018, ruining the mill.",
      ["date: May 2018 / June 2018"],
    ],
    [
      "not where they say which thing is meant",
      "The mayor described the 2002 riots in Ghent.",
      "The mayor described the 2003 riots in Ghent.",
      [],
    ],
    [
      "not where one is the beginning and one the end",
      "The bridge was closed since the 2002 flood.",
      "The bridge was closed until the 2003 flood.",
      [],
    ],
    [
      "not where what is beside them is in one passage only",
      "The airline has lost planes steadily since May 2018.",
      "The airline has lost planes since 2017, the paper said.",
      [],
    ],
    [
      "after a plan that another clause names",
      "The plan was to have a park, and the trial began on May 3, 2018.",
      "The trial began on May 4, 2018.",
      ["date: May 3, 2018 / May 4, 2018"],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("where vectors show that two statements are the same, two dates differ", () => {
  it.each<SlotCase>([
    [
      "of one action, whatever is beside them",
      "The airline has lost planes steadily since May 2018.",
      "The airline has lost planes since 2017, the paper said.",
      ["date: May 2018 / 2017"],
    ],
    [
      "unless one passage has two, of which either may be meant",
      "The mayor resigned quietly on Dec. 18, 2018 after talks on Dec. 11, 2018.",
      "The mayor resigned suddenly on Dec. 20, 2018.",
      [],
    ],
    [
      "not if they are of two actions",
      "The mayor left quietly on Dec. 18, 2018, citing pressure.",
      "The mayor spoke suddenly on Dec. 20, 2018, citing illness.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus, "meaning")).toEqual(slots);
  });
});

describe("where two statements certainly are the same", () => {
  it("a year beside a day leaves the day the only one of its kind", () => {
    const page = "The mayor, elected in 2011, resigned on Dec. 18, 2018.";
    expect(slotsOf(page, "The mayor resigned on Dec. 20, 2018.", "certain")).toEqual([
      "date: Dec. 18, 2018 / Dec. 20, 2018",
    ]);
  });

  it("each date answers one other", () => {
    const page = "The mayor resigned on Dec. 18, 2018, having been elected in 2011.";
    expect(slotsOf(page, "The mayor resigned in May 2018.", "certain")).toEqual([
      "date: Dec. 18, 2018 / May 2018",
    ]);
  });
});

describe("in two languages", () => {
  const across = (pageText: string, corpusText: string) => {
    const { page, corpus, pairs } = compared(pageText, corpusText);
    return slotsAcross(page, corpus, pairs).map((slot) => `${slot.page} / ${slot.corpus}`);
  };

  it("the only dates differ", () => {
    expect(across("The mayor left on Dec. 18, 2018.", "The mayor left on Dec. 20, 2018.")).toEqual([
      "Dec. 18, 2018 / Dec. 20, 2018",
    ]);
  });

  it("nothing differs if one side has a year as well, which may be the other date", () => {
    const page = "The mayor, elected in 2011, left on Dec. 18, 2018.";
    expect(across(page, "The mayor left on Dec. 20, 2018.")).toEqual([]);
  });

  it("two places do not differ, since they may be one under two names", () => {
    expect(across("The mayor left Ghent in Bari.", "The mayor left Ghent in Split.")).toEqual([]);
  });
});

describe("a weekday in articles that are months apart", () => {
  const read = (text: string, day: string) =>
    preparePassage(readArticle(plainArticle(day, "", text, day)).passages[0]!, evenWeights);

  function datesOf(pageText: string, corpusText: string): readonly string[] {
    const [page, corpus] = [read(pageText, "2018-12-28"), read(corpusText, "2018-10-04")];
    const { pairs, alignment } = comparePassages(page, corpus, noContext);
    return slotDifferences(sidesOf(page, corpus, pairs, alignment)).map(
      (slot) => `${slot.page} / ${slot.corpus}`,
    );
  }

  it.each([
    ["The mayor resigned on Friday.", "The mayor resigned on Friday."],
    ["The mayor resigned last Friday.", "The mayor resigned on Friday."],
    ["The mayor resigned on Friday.", "The mayor resigned last Friday."],
  ])("is the same day for a reader: %s %s", (page, corpus) => {
    expect(datesOf(page, corpus)).toEqual([]);
  });

  it("is another day under another name", () => {
    expect(datesOf("The mayor resigned on Friday.", "The mayor resigned on Monday.")).toEqual([
      "Friday / Monday",
    ]);
  });
});
