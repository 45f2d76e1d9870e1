import { describe, expect, test } from "vitest";
import {
  dateInAddress,
  parsePublicationDate,
} from "../../../src/ingest/metadata/publicationDate.ts";

describe("a printed date", () => {
  test.each([
    ["Mon Jul 18, 2016 22:55:08", "2016-07-18T22:55:08", "second"],
    ["2018-12-31T20:15:30+03:00", "2018-12-31T20:15:30+03:00", "second"],
    ["2018-12-31T20:15:30.123Z", "2018-12-31T20:15:30Z", "second"],
    ["2018-12-31 20:15", "2018-12-31T20:15", "minute"],
    ["2018-12-31T20:15+0300", "2018-12-31T20:15+03:00", "minute"],
    ["2018-12-31T00:00:00Z", "2018-12-31", "day"],
    ["2018-12", "2018-12", "month"],
    ["By Harbour Desk     Jul 16, 2016 in Coast", "2016-07-16", "day"],
    ["Published: 5 March 2019, 6:20 p.m.", "2019-03-05T18:20", "minute"],
    ["12:05 AM, March 5th, 2019", "2019-03-05T00:05", "minute"],
    ["18:20 GMT 5 March 2019", "2019-03-05T18:20Z", "minute"],
    ["Dienstag, 5. März 2019 um 18:20 Uhr", "2019-03-05T18:20", "minute"],
    ["5 de março de 2019", "2019-03-05", "day"],
    ["le 1er août 2019", "2019-08-01", "day"],
    ["5 марта 2019", "2019-03-05", "day"],
    ["31.12.2018", "2018-12-31", "day"],
    ["12/31/2018", "2018-12-31", "day"],
    ["31/12/2018", "2018-12-31", "day"],
    ["2018/12/31", "2018-12-31", "day"],
  ])("%s", (text, value, precision) => {
    expect(parsePublicationDate(text)).toEqual({ value, precision, basis: "stated" });
  });

  test.each([
    "03/05/2019",
    "yesterday",
    "March 2019 was wet",
    "31 February 2019",
    "2019-13-01",
    "",
  ])("%s is none, or not clear", (text) => {
    expect(parsePublicationDate(text)).toBeNull();
  });
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
