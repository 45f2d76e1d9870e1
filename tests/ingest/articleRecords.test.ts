import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areArticleRecords, articleFromRecord } from "../../src/ingest/articleRecords.ts";
import { refusalOf } from "../support/refusalOf.ts";

test("the shipped records are read as they are", () => {
  const records: unknown = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8"));
  if (!areArticleRecords(records)) throw new Error("no records");
  expect(records.map((record) => articleFromRecord(record))).toEqual(records);
});

test("a record without an id gets one that depends on outlet, address and title", () => {
  const record = { title: "A title", body: "A body.", outlet: { name: "Coast Courier" } };
  const { id } = articleFromRecord(record);
  expect(id).toMatch(/^coast-courier-/);
  expect(articleFromRecord({ ...record, body: "Another." }).id).toBe(id);
});

test.each([
  ["a control character", "a\u0000b"],
  ["a direction mark", "a\u202eb"],
  ["a zero-width character", "a\u200bb"],
  ["a line separator", "a\u2028b"],
  ["half of a pair", "a\ud800b"],
  ["a colon", "a:b"],
])("an id with %s is not taken", (_what, id) => {
  const record = { id, title: "A title", body: "A body.", outlet: { name: "Coast Courier" } };
  expect(articleFromRecord(record).id).toMatch(/^coast-courier-/);
});

test.each([
  [7, /not a JSON object/],
  [{ title: "T" }, /“body” is missing/],
  [{ body: "B", agencies: "AFP" }, /“agencies” is not an array of strings/],
])("%j is refused", (record, message) => {
  expect(refusalOf(() => articleFromRecord(record))).toMatch(message);
});
