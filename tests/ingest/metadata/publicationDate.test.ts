import { describe, expect, test } from "vitest";
import type { DatePrecision } from "../../../src/engine/model/index.ts";
import {
  dateInAddress,
  parsePublicationDate,
} from "../../../src/ingest/metadata/publicationDate.ts";
import { statedDates } from "./statedDates.ts";

/** What the value shows. */
function precisionOf(value: string): DatePrecision {
  const [day = "", clock] = value.split("T");
  if (clock !== undefined) return /^\d\d:\d\d:\d\d/.test(clock) ? "second" : "minute";
  return day.length === 10 ? "day" : day.length === 7 ? "month" : "year";
}

describe.each(Object.entries(statedDates))("a date: %s", (_, rows) => {
  test.each(rows)("%s", (text, value) => {
    const read = parsePublicationDate(text);
    const wanted =
      value === null ? null : { value, precision: precisionOf(value), basis: "stated" };
    expect(read).toEqual(wanted);
  });
});

test("the table has at least 150 dates", () => {
  expect(Object.values(statedDates).flat().length).toBeGreaterThanOrEqual(150);
});

describe("a date in an address", () => {
  test.each([
    ["https://a.example/2018/12/31/story", "2018-12-31", "day"],
    ["https://a.example/news/2018-12-31-story", "2018-12-31", "day"],
    ["https://a.example/world/201702061050396964-story/", "2017-02-06", "day"],
    ["https://a.example/story-20181231", "2018-12-31", "day"],
    ["https://a.example/2018/12/story", "2018-12", "month"],
  ])("%s", (url, value, precision) => {
    expect(dateInAddress(url)).toEqual({ value, precision, basis: "inferred" });
  });

  test.each(["https://a.example/story-1840386", "https://2018-12-31.example/", "nonsense"])(
    "%s has none",
    (url) => {
      expect(dateInAddress(url)).toBeNull();
    },
  );
});
