import { describe, expect, it } from "vitest";
import type { DatePrecision, PublicationDate } from "../../../src/engine/model/index.ts";
import { createFormats } from "../../../src/ui/components/formats.ts";
import { comparePublished } from "../../../src/ui/components/publicationDate.ts";

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

describe("comparePublished", () => {
  it.each([
    ["2016-07-16", "day", "2018-12-31", "day", -1],
    ["2018-12-31", "day", "2018-12-29", "day", 1],
    ["2018-12-31", "day", "2018-12-31", "day", 0],
    ["2018", "year", "2018-12-31", "day", 0],
    ["2017", "year", "2018-12-31", "day", -1],
    ["2018-12-31", "day", "2018-12-31T20:15", "minute", 0],
    ["2018-12-31T10:00", "minute", "2018-12-31T20:15", "minute", -1],
    ["2018-12-31T10:00-12:00", "minute", "2018-12-31T20:15Z", "minute", 1],
  ] as const)("%s (%s) against %s (%s): %i", (a, precisionOfA, b, precisionOfB, order) => {
    expect(Math.sign(comparePublished(date(a, precisionOfA), date(b, precisionOfB)))).toBe(order);
  });
});
