import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../src/engine/facts/dates/calendar.ts";
import { findDates } from "../../../../src/engine/facts/dates/dates.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { daysToldIn, StoryTies, tieOfDays } from "../../../../src/engine/match/score/story.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const dayOf = (iso: string) => parseDay(iso)!;
const tie = { likeness: 0.2, days: 1700, day: dayOf("2018-12-29") };

describe("the tie of a passage to an article", () => {
  it("is near where the passage tells of the days of the article", () => {
    const told = daysToldIn(findDates("On 19 December 2018 they left.", "2023-08-25"));
    expect(tieOfDays(tie, told)).toMatchObject({ likeness: 0.2, days: 10 });
  });

  it("is as near as the nearest of the days that it names", () => {
    expect(tieOfDays(tie, [dayOf("2011-03-15"), dayOf("2018-12-31")]).days).toBe(2);
  });

  it("stays as it is where the passage names other days, a year only, or none", () => {
    expect(tieOfDays(tie, [dayOf("2001-01-01")]).days).toBe(1700);
    expect(tieOfDays(tie, daysToldIn(findDates("In 2018 they left.", "2023-08-25")))).toBe(tie);
    expect(tieOfDays(tie, [])).toBe(tie);
    const pageUndated = { ...tie, days: null };
    expect(tieOfDays(pageUndated, [])).toBe(pageUndated);
  });

  it("is not known of an article without a date", () => {
    const undated = { likeness: 0.2, days: null, day: null };
    expect(tieOfDays(undated, [dayOf("2018-12-29")])).toBe(undated);
  });

  it("takes a month for its middle", () => {
    expect(daysToldIn(findDates("In December 2018 they left.", null))).toEqual([
      dayOf("2018-12-15"),
    ]);
  });
});

describe("the days between a page and an article", () => {
  const publishedOn = (value: string | null, precision: "day" | "month" | "year" = "day") => ({
    published: value === null ? null : { value, precision, basis: "stated" as const },
    title: "",
  });
  const daysBetween = (
    page: ReturnType<typeof publishedOn>,
    article: ReturnType<typeof publishedOn>,
  ) => {
    const memory = memoryOf(libraryOf(readingOf("article", ["Bakers dance."], article)));
    const reading = readingOf("page", ["Bakers dance."], page);
    const terms = lookUpTerms(
      reading.passages.map((passage) => termsOfPassage(passage)),
      memory,
    );
    return new StoryTies(reading.article, terms, memory).of(0).days;
  };

  it.each([
    ["two days", publishedOn("2018-12-30"), publishedOn("2018-12-28"), 2],
    [
      "a month, which begins on its first day",
      publishedOn("2018-12-30"),
      publishedOn("2018-12", "month"),
      29,
    ],
    ["a year alone", publishedOn("2018-12-30"), publishedOn("2018", "year"), null],
    ["a year written as a day", publishedOn("2018-12-30"), publishedOn("2018-01-01", "year"), null],
    ["a page without a date", publishedOn(null), publishedOn("2018-12-28"), null],
    ["an article without a date", publishedOn("2018-12-30"), publishedOn(null), null],
  ])("of %s: case %#", (_name, page, article, days) => {
    expect(daysBetween(page, article)).toBe(days);
  });
});

describe("the likeness of a page and an article", () => {
  const letters = "bcdfghklmnprstvz";
  /** A word of its own for each number. */
  const word = (at: number) =>
    `q${letters[at % 16]}a${letters[Math.floor(at / 16) % 16]}o${letters[Math.floor(at / 256)]}u`;
  const wordsFrom = (start: number, count: number) =>
    Array.from({ length: count }, (_, at) => word(start + at));
  const lines = (words: readonly string[]) =>
    Array.from({ length: words.length / 5 }, (_, at) =>
      [...words.slice(5 * at, 5 * at + 5), "."].join(" "),
    );

  /** The likeness of a page to the first article of a library. */
  function likenessOf(page: readonly string[], ...articles: readonly (readonly string[])[]) {
    const memory = memoryOf(
      libraryOf(...articles.map((texts, at) => readingOf(`a${at}`, texts, { title: "" }))),
    );
    const reading = readingOf("page", page, { title: "" });
    const terms = lookUpTerms(
      reading.passages.map((passage) => termsOfPassage(passage)),
      memory,
    );
    return new StoryTies(reading.article, terms, memory).likenessOf(0);
  }

  it.each([
    [6, false],
    [7, true],
  ])("with %i words in a hundred in common is told apart from chance: %s", (shared, isTold) => {
    const page = lines([...wordsFrom(0, shared), ...wordsFrom(100, 100 - shared)]);
    expect(likenessOf(page, lines(wordsFrom(0, 100))) > 0).toBe(isTold);
  });

  it.each(wordsFrom(0, 3))("counts each word of an article: %s", (shared) => {
    expect(likenessOf([shared], [wordsFrom(0, 3).join(" ")])).toBeGreaterThan(0);
  });

  it.each([
    [600, 500, true],
    [600, 501, false],
    [5100, 505, true],
    [5100, 515, false],
  ])("in %i passages, a word of %i of them tells a story: %s", (count, times, isTold) => {
    const others = Array.from({ length: count - 1 }, (_, at) =>
      at < times - 1 ? word(0) : word(1),
    );
    expect(likenessOf([word(0), word(2)], [word(0)], others) > 0).toBe(isTold);
  });
});
