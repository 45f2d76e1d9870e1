import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areArticleRecords, articleFromRecord } from "../../src/ingest/articleRecords.ts";
import { ArticleDataError } from "../../src/ingest/knownData.ts";

test("the shipped records are read as they are", () => {
  const records: unknown = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8"));
  if (!areArticleRecords(records)) throw new Error("no records");
  expect(records.map((record, at) => articleFromRecord(record, `article ${at}`))).toEqual(records);
});

test("a record without an id gets one that depends on outlet, address and title", () => {
  const record = { title: "A title", body: "A body.", outlet: { name: "Coast Courier" } };
  const { id } = articleFromRecord(record, "article 0");
  expect(id).toMatch(/^coast-courier-/);
  expect(articleFromRecord({ ...record, body: "Another." }, "article 0").id).toBe(id);
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
  expect(articleFromRecord(record, "article 0").id).toMatch(/^coast-courier-/);
});

test.each([
  [7, /article 3: not an object/],
  [{ title: "T" }, /article 3: "body" is missing/],
  [{ body: "B", agencies: "AFP" }, /article 3: "agencies"/],
])("%j is refused", (record, message) => {
  expect(() => articleFromRecord(record, "article 3")).toThrow(ArticleDataError);
  expect(() => articleFromRecord(record, "article 3")).toThrow(message);
});
