import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captureOutput.ts";
import { expectValid, schema } from "./schemas.ts";

const isMatch = schema("match");
const isRead = schema("read");

const documents = readdirSync("tests/fixtures/documents")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => path.join("tests/fixtures/documents", name));
const inputs = [...documents, "assets/demo/index.html", "tests/fixtures/cli/page.html"];

describe.each(inputs)("%s", async (file) => {
  const matched = JSON.parse((await run(["match", "--format", "json", file])).out);
  const read = JSON.parse((await run(["read", "--format", "json", file])).out);

  test("match prints what its schema says", () => {
    expectValid(isMatch, matched);
  });

  test("read prints what its schema says", () => {
    expectValid(isRead, read);
  });

  test("every match's offsets cut its exact text out of what read prints", () => {
    for (const { in: part, start, end, exact } of matched.matches) {
      expect(read[part].slice(start, end)).toBe(exact);
    }
  });

  test("every span's text is the body's under it", () => {
    const spans = [
      ...read.passages,
      ...read.quotes,
      ...read.attributions.flatMap((one: { cue: object; content: object[] }) => [
        one.cue,
        ...one.content,
      ]),
      ...read.claims,
      ...read.claims.flatMap((one: { numbers: []; dates: []; names: [] }) => [
        ...one.numbers,
        ...one.dates,
        ...one.names,
      ]),
    ];
    for (const { start, end, text } of spans) expect(read.body.slice(start, end)).toBe(text);
  });
});

describe("the schemas are strict", async () => {
  const read = JSON.parse(
    (await run(["read", "--format", "json", "tests/fixtures/cli/page.html"])).out,
  );
  const matched = JSON.parse(
    (
      await run([
        "match",
        "--format",
        "json",
        "--corpus",
        "tests/fixtures/cli/corpus.jsonl",
        "tests/fixtures/cli/page.html",
      ])
    ).out,
  );

  test.each([
    ["another name", { ...read, headline: "x" }],
    ["a missing name", { ...read, body: undefined }],
    ["another name in a span", { ...read, passages: [{ ...read.passages[0], tag: 1 }] }],
    ["another version", { ...read, schema: 2 }],
  ])("read: %s is refused", (_, value) => {
    expect(isRead(JSON.parse(JSON.stringify(value)))).toBe(false);
  });

  test.each([
    ["another name", { ...matched, verdict: "true" }],
    ["a score above one", { ...matched, matches: [{ ...matched.matches[0], score: 2 }] }],
    ["no references", { ...matched, matches: [{ ...matched.matches[0], references: [] }] }],
  ])("match: %s is refused", (_, value) => {
    expect(isMatch(JSON.parse(JSON.stringify(value)))).toBe(false);
  });
});
