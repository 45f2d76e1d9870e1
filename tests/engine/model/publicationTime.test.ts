import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePublished,
  type DatePrecision,
  inOrderOfTime,
  instantOf,
  type PublicationDate,
} from "../../../src/engine/model/index.ts";

function date(value: string, precision: DatePrecision): PublicationDate {
  return { value, precision, basis: "stated" };
}

describe("which of two dates is surely the earlier", () => {
  it.each([
    ["2016-07-16", "day", "2018-12-31", "day", -1],
    ["2018-12-31", "day", "2018-12-29", "day", 1],
    // Saturday in Honolulu is Sunday in Auckland.
    ["2018-12-30", "day", "2018-12-31", "day", 0],
    ["2018-12-31", "day", "2018-12-31", "day", 0],
    ["2018", "year", "2018-12-31", "day", 0],
    ["2017", "year", "2018-12-31", "day", -1],
    ["2018-11", "month", "2018-12-31", "day", -1],
    ["2018-12", "month", "2018-12-31", "day", 0],
    ["2018-12-31", "day", "2018-12-31T20:15Z", "minute", 0],
    ["2018-12-29", "day", "2018-12-31T20:15Z", "minute", -1],
    ["2018-12-31T10:00", "minute", "2018-12-31T20:15", "minute", 0],
    ["2018-12-29T10:00", "minute", "2018-12-31T20:15", "minute", -1],
    ["2018-12-31T10:00-12:00", "minute", "2018-12-31T20:15Z", "minute", 1],
    ["2019-01-01T10:00+09:00", "minute", "2018-12-31T23:30-05:00", "minute", -1],
    ["2019-03-05T18:20:00+01:00", "second", "2019-03-05T17:45:00Z", "second", -1],
    ["2019-03-05T18:20:00+01:00", "second", "2019-03-05T17:20:00Z", "second", 0],
    ["2019-03-05T18:20:30+01:00", "second", "2019-03-05T17:20Z", "minute", 0],
    ["last week", "day", "2018-12-31", "day", 0],
    // A file may call a day a minute.
    ["2018-12-31", "minute", "2018-12-31T20:15Z", "minute", 0],
    ["2018", "day", "2018-12-31T20:15Z", "minute", 0],
  ] as const)("%s (%s), %s (%s): %i", (a, precisionOfA, b, precisionOfB, order) => {
    const [first, second] = [date(a, precisionOfA), date(b, precisionOfB)];
    expect(comparePublished(first, second)).toBe(order);
    // Not -0, which is another number to a test.
    expect(comparePublished(second, first)).toBe(order === 0 ? 0 : -order);
  });
});

describe("the moment of a date", () => {
  it.each([
    ["2019-03-05T18:20:00+01:00", "second", Date.UTC(2019, 2, 5, 17, 20)],
    ["2019-03-05T18:20Z", "minute", Date.UTC(2019, 2, 5, 18, 20)],
    ["2019-03-05T18:20+0530", "minute", Date.UTC(2019, 2, 5, 12, 50)],
    ["2019-03-05T18:20", "minute", null],
    ["2019-03-05", "day", null],
  ] as const)("%s", (value, precision, moment) => {
    expect(instantOf(date(value, precision))).toBe(moment);
  });
});

const zones = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
const moments = fc.integer({
  min: Date.UTC(2015, 0) / 60_000,
  max: Date.UTC(2025, 0) / 60_000,
});

/** A minute as clocks show it that are so many minutes ahead of UTC. */
function inZone(minute: number, ahead: number): PublicationDate {
  const clock = new Date((minute + ahead) * 60_000).toISOString().slice(0, 16);
  const part = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const far = Math.abs(ahead);
  return date(`${clock}${ahead < 0 ? "-" : "+"}${part(far / 60)}:${part(far % 60)}`, "minute");
}

const dates = fc.oneof(
  fc.tuple(moments, zones).map(([minute, ahead]) => inZone(minute, ahead)),
  moments.map((minute) => date(new Date(minute * 60_000).toISOString().slice(0, 16), "minute")),
  moments.map((minute) => date(new Date(minute * 60_000).toISOString().slice(0, 10), "day")),
  moments.map((minute) => date(new Date(minute * 60_000).toISOString().slice(0, 7), "month")),
);

describe("the order of times", () => {
  it("is that of the moments, whatever their zones", () => {
    fc.assert(
      fc.property(moments, moments, zones, zones, zones, (a, b, zoneOfA, zoneOfB, other) => {
        const order = comparePublished(inZone(a, zoneOfA), inZone(b, zoneOfB));
        expect(order).toBe(Math.sign(a - b));
        expect(comparePublished(inZone(a, other), inZone(b, other))).toBe(order);
      }),
    );
  });

  it("never puts a certainly later one first, even in lists", () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 12 }), (all) => {
        const listed = all.toSorted(inOrderOfTime);
        listed.forEach((one, at) => {
          for (const later of listed.slice(at + 1)) {
            expect(comparePublished(one, later)).toBeLessThanOrEqual(0);
          }
        });
      }),
    );
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        fc.pre(comparePublished(a, b) < 0 && comparePublished(b, c) < 0);
        expect(comparePublished(a, c)).toBe(-1);
      }),
    );
  });

  it("puts articles without a date last", () => {
    const some = date("2019-03-05", "day");
    expect([null, some, null].toSorted(inOrderOfTime)).toEqual([some, null, null]);
  });
});
