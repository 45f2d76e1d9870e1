import { describe, expect, it } from "vitest";
import { readArticle } from "../../../../../src/engine/extract/readArticle.ts";
import { preparePassage } from "../../../../../src/engine/match/candidates/preparedPassage.ts";
import { matchPage } from "../../../../../src/engine/match/matcher.ts";
import {
  areTwoOccasions,
  areTwoRequests,
  areTwoSurveys,
} from "../../../../../src/engine/match/relation/slots/occasions.ts";
import { plainArticle } from "../../../../support/plainArticle.ts";
import { libraryOf } from "../../libraryOf.ts";
import { compared, evenWeights, prepared } from "../../preparedTexts.ts";

const survey = (people: string, days: string) =>
  `The Norwood Institute poll of ${people} adults was conducted ${days} by telephone in all the provinces, with a margin of error of 3 percentage points.`;

/** The relation of a sentence to another of an article that was printed on another day. */
function relationOf(page: string, pageDay: string, corpus: string, corpusDay: string) {
  const library = libraryOf(readArticle(plainArticle("corpus", "", corpus, corpusDay)));
  const { matches } = matchPage(readArticle(plainArticle("page", "", page, pageDay)), library);
  return matches[0]?.references[0]?.relation ?? null;
}

describe("the same sentence about two occasions, each in its own article's days", () => {
  it("is no match where the articles are a year apart", () => {
    const page = survey("1,055", "Sept. 14-18");
    const corpus = survey("1,310", "Oct. 3-6");
    expect(relationOf(page, "2018-10-08", corpus, "2017-09-21")).toBe(null);
  });

  it("is shown where every word is the same, even the days", () => {
    const both = survey("1,055", "on Sept. 14 and Sept. 18");
    expect(relationOf(both, "2018-10-08", both, "2017-10-08")).not.toBe(null);
  });

  it("is a match where the day is printed alike, though the articles are a year apart", () => {
    const [page, corpus] = [survey("1,055", "on Sept. 14"), survey("1,310", "on Sept. 14")];
    expect(relationOf(page, "2018-10-08", corpus, "2017-10-08")).not.toBe(null);
    const other = survey("1,310", "on Sept. 17");
    expect(relationOf(page, "2018-10-08", other, "2017-10-08")).toBe(null);
  });

  it("differs where both articles are of the same days", () => {
    const page = survey("1,055", "Sept. 14-18");
    const corpus = survey("1,055", "Oct. 3-6");
    expect(relationOf(page, "2018-10-08", corpus, "2018-10-08")).toBe("differs");
  });

  it("is about one event where the later article looks back", () => {
    const page = survey("1,055", "Sept. 14, 2017").replace("adults", "women");
    const corpus = survey("1,055", "Sept. 14");
    expect(relationOf(page, "2018-10-08", corpus, "2017-09-21")).not.toBe(null);
  });

  it("is a match where one article's date is off by days from the other's", () => {
    const page = survey("1,055", "Sept. 14, 2017");
    const corpus = survey("1,055", "Sept. 16");
    expect(relationOf(page, "2018-10-08", corpus, "2017-09-21")).toBe("differs");
  });
});

describe("what an outlet learned by itself", () => {
  const day = "2019-03-05";
  const unanswered = (whom: string) =>
    `The ${whom} campaign did not respond to a request for comment on the letter on Tuesday.`;

  it.each([
    [
      "two surveys' margins of error",
      survey("1,055", "in May").replace("of 3", "of 4"),
      survey("1,310", "in May"),
      null,
    ],
    [
      "one survey's, told twice",
      survey("1,055", "in May"),
      survey("1,055", "all May"),
      "near-verbatim",
    ],
    ["two persons who were asked for comment", unanswered("Hill"), unanswered("Ramos"), null],
    [
      "one who was asked by both",
      unanswered("Hill"),
      unanswered("Hill").replace("on the", "about the"),
      "near-verbatim",
    ],
    [
      "two persons who did not answer a letter",
      "The Hill campaign did not respond to the farmers' letter about wheat prices on Tuesday.",
      "The Ramos campaign did not respond to the farmers' letter about wheat prices on Tuesday.",
      "differs",
    ],
  ])("%s", (_name, page, corpus, relation) => {
    expect(relationOf(page, day, corpus, day)).toBe(relation);
  });
});

it("a day that is printed alike is no other occasion, whatever its year", () => {
  const taken = (date: string, day: string) =>
    preparePassage(
      readArticle(plainArticle(day, "", `The poll was taken ${date}.`, day)).passages[0]!,
      evenWeights,
    );
  const earlier = taken("on Sept. 14", "2017-10-08");
  expect(areTwoOccasions(taken("on Sept. 14", "2018-10-08"), earlier, 365)).toBe(false);
  expect(areTwoOccasions(taken("on Sept. 17", "2018-10-08"), earlier, 365)).toBe(true);
});

describe("two passages with a date, their articles so many days apart", () => {
  it.each([
    ["on May 3, 2017", "on May 3, 2018", 365, true],
    ["on May 3, 2017", "on May 3, 2018", null, false],
    ["on May 3, 2018", "on June 17, 2018", 45, false],
    ["on May 3, 2018", "on June 18, 2018", 46, true],
    ["on May 3, 2018", "on Aug. 11, 2018", 121, true],
    ["on May 3, 2018", "on Aug. 11, 2018", 122, false],
    ["on May 3, 2018", "on Aug. 11, 2018", 79, true],
    ["on May 3, 2018", "on Aug. 11, 2018", 78, false],
    ["on May 3, 2017 and May 9, 2018", "on May 3, 2018", 365, false],
    ["in 2017", "in 2018", 365, false],
    ["in May 2017", "in May 2018", 365, true],
  ])("%s, %s, %j: are of two occasions: %s", (page, corpus, days, areTwo) => {
    const [one, other] = [page, corpus].map((date) => prepared(`The poll was taken ${date}.`));
    expect(areTwoOccasions(one!, other!, days)).toBe(areTwo);
  });
});

describe("two outlets that ask for comment", () => {
  const ramos = "The Ramos campaign did not respond to a request for comment.";

  it.each([
    ["two who did not answer", "The Hill campaign did not respond to a request for comment.", true],
    ["two who declined", "The Hill campaign declined to comment.", true],
    ["two who refused", "The Hill campaign refused all comments.", true],
    ["one who commented", "The Hill campaign sent a comment on the request.", false],
    ["one who did not answer a letter", "The Hill campaign did not respond to the letter.", false],
    ["one and the same", "The Ramos campaign declined to comment.", false],
    ["two, of whom one is asked by both", "Hill and Ramos declined to comment.", false],
    ["one without a name", "The campaign declined to comment.", false],
  ])("ask %s", (_name, other, areTwo) => {
    const both: readonly (readonly [string, string])[] = [
      [ramos, other],
      [other, ramos],
    ];
    for (const texts of both) {
      const { page, corpus, pairs } = compared(...texts);
      expect(areTwoRequests(page, corpus, pairs), texts.join(" / ")).toBe(areTwo);
    }
  });
});

describe("what two passages say of a poll", () => {
  const margin = "The margin of sampling error is 3 percentage points.";

  it.each([
    ["two margins of error", "The poll has a margin of error of 4 percentage points.", true],
    ["of whom it asked, too", "The poll questioned 1,055 adults.", true],
    ["the same margin", "Its margin of error is 3 percentage points.", false],
    ["a margin of another kind", "The margin of victory is 4 percentage points.", false],
    ["a poll's result", "In a poll 40 percent were for it.", false],
    ["no figure", "The poll has a margin of error, too.", false],
  ])("%s", (_name, other, areTwo) => {
    const [one, its] = [prepared(margin), prepared(other)];
    expect(areTwoSurveys(one, its)).toBe(areTwo);
    expect(areTwoSurveys(its, one)).toBe(areTwo);
  });
});
