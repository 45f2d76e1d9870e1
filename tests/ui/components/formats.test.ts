import { describe, expect, it } from "vitest";
import type { DatePrecision, PublicationDate } from "../../../src/engine/model/index.ts";
import { createFormats } from "../../../src/ui/components/formats.ts";

function date(value: string, precision: DatePrecision): PublicationDate {
  return { value, precision, basis: "stated" };
}

describe("a published date in words", () => {
  it.each([
    ["2018", "year", "en-GB", "2018"],
    ["2018-12", "month", "en-GB", "December 2018"],
    ["2018-12-31", "day", "en-GB", "31 December 2018"],
    ["2018-12-31", "day", "en-US", "December 31, 2018"],
    ["2018-12-31", "day", "de", "31. Dezember 2018"],
    ["2018-12-31T23:30", "minute", "en-GB", "31 December 2018"],
    ["2018-12-31T23:30-11:00", "minute", "en-GB", "31 December 2018"],
    ["2016-07-18T22:55:08", "second", "en-GB", "18 July 2016"],
    ["last week", "day", "en-GB", "last week"],
  ] as const)("prints the day of %s (%s) in %s as %s", (value, precision, locale, printed) => {
    expect(createFormats(locale).day(date(value, precision))).toBe(printed);
  });
});

describe("a moment in words", () => {
  it.each([
    ["2019-03-05T18:20:00+01:00", "second", "America/New_York", "5 March 2019 at 12:20"],
    ["2019-03-05T18:20:00+01:00", "second", "Asia/Tokyo", "6 March 2019 at 02:20"],
    // Nobody knows in which zone.
    ["2019-03-05T18:20", "minute", "Asia/Tokyo", "5 March 2019"],
    ["2019-03-05", "day", "Asia/Tokyo", "5 March 2019"],
  ] as const)("%s (%s), read in %s", (value, precision, zone, printed) => {
    expect(createFormats("en-GB", zone).moment(date(value, precision))).toBe(printed);
  });
});

describe("the time between two moments", () => {
  const minute = 60_000;
  it.each([
    [0, "en", "0 min"],
    [5 * minute, "en", "5 min"],
    [115 * minute, "en", "1 hr 55 min"],
    [120 * minute, "en", "2 hr"],
    [47 * 60 * minute, "en", "47 hr"],
    [49 * 60 * minute, "en", "2 days"],
    [115 * minute, "de", "1 Std. 55 Min."],
  ] as const)("%i ms in %s", (ms, locale, words) => {
    expect(createFormats(locale).span(ms)).toBe(words);
  });
});
