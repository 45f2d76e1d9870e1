import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../src/engine/facts/calendar.ts";
import { findDates } from "../../../../src/engine/facts/dates.ts";
import { daysToldIn, tieOfDays } from "../../../../src/engine/match/score/story.ts";

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
