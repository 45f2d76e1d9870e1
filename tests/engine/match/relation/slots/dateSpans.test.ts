import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../../src/engine/facts/dates/calendar.ts";
import {
  datesCanBeSame,
  firstDayOf,
} from "../../../../../src/engine/match/relation/slots/dateSpans.ts";
import type { DateMention } from "../../../../../src/engine/model/index.ts";

/** A date as printed with its day, or, where a weekday is given, by that alone. */
function printed(value: string | null, weekday?: string) {
  const precision = value?.includes("W") ? "week" : "day";
  const mention = { value, precision, relative: weekday !== undefined } as DateMention;
  return { mention, text: weekday ?? "the 3rd" };
}

function canBeSame(one: ReturnType<typeof printed>, other: ReturnType<typeof printed>): boolean {
  const isSame = datesCanBeSame(one, other);
  expect(datesCanBeSame(other, one)).toBe(isSame);
  return isSame;
}

describe("two dates", () => {
  it.each([
    ["2018-05-03", "2018-05-03", true],
    ["2018-05-03", "2018-05-04", false],
    ["2018-05-03", "2018-05-10", false],
    ["2018-04-30", "2018-05", false],
    ["2018-05-01", "2018-05", true],
    ["2018-05-31", "2018-05", true],
    ["2018-06-01", "2018-05", false],
    ["2017-12-31", "2018", false],
    ["2018-01-01", "2018", true],
    ["2018-12-31", "2018", true],
    ["2019-01-01", "2018", false],
    ["2018-05", "2018", true],
    ["2018-05", "2018-06", false],
    [null, "2018-05-03", true],
    [null, null, true],
  ])("%s and %s can be the same: %s", (one, other, isSame) => {
    expect(canBeSame(printed(one), printed(other))).toBe(isSame);
  });

  it.each([
    ["2018-05-02", "2018-W19", false],
    ["2018-05-03", "2018-W19", true],
    ["2018-05-17", "2018-W19", true],
    ["2018-05-18", "2018-W19", false],
    ["2018-01-11", "2018-W01", true],
    ["2018-01-12", "2018-W01", false],
    ["2019-01-03", "2018-W52", true],
    ["2019-01-04", "2018-W52", false],
  ])("of which one is of a week, give or take four days: %s, %s: %s", (one, other, isSame) => {
    expect(canBeSame(printed(one), printed(other))).toBe(isSame);
  });

  it.each([
    ["2018-05-14", true],
    ["2018-05-21", true],
    ["2018-05-28", false],
    ["2018-05-08", false],
    ["2018-05-13", false],
  ])("a Monday and the day %s can be the same, an article being dated wrong: %s", (day, isSame) => {
    expect(canBeSame(printed("2018-05-07", "Monday"), printed(day))).toBe(isSame);
  });

  it("weeks apart are two where one is counted in days, or is no day", () => {
    expect(canBeSame(printed("2018-05-07", "7 days ago"), printed("2018-05-14"))).toBe(false);
    expect(canBeSame(printed("2018-05-25", "Friday"), printed("2018-06"))).toBe(false);
    const named = { ...printed("2018-05-07"), text: "the first Monday of May" };
    expect(canBeSame(named, printed("2018-05-14"))).toBe(false);
  });
});

it.each([
  ["2018-05", "2018-05-01"],
  ["2018", "2018-01-01"],
  ["2018-W19", "2018-05-07"],
  ["2019-W01", "2018-12-31"],
  ["2018-05-03", "2018-05-03"],
])("%s begins on %s", (value, day) => {
  expect(firstDayOf(printed(value).mention)).toBe(parseDay(day));
});
