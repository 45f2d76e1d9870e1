import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { storyLibrary } from "../support/ferryStory.ts";
import { run } from "./captureOutput.ts";

const page = "tests/fixtures/cli/page.html";
const corpus = "tests/fixtures/cli/corpus.jsonl";

/** Others script against the shape, not against the last digits of a score. */
function withRoundScores(json: string): string {
  const round = (key: string, value: unknown) =>
    (key === "score" || key === "similarity") && typeof value === "number"
      ? Math.round(value * 10) / 10
      : value;
  return `${JSON.stringify(JSON.parse(json, round), null, 2)}\n`;
}

test("match prints the same JSON as ever for the same page and corpus", async () => {
  const { out } = await run(["match", "--format", "json", "--corpus", corpus, page]);
  await expect(withRoundScores(out)).toMatchFileSnapshot("golden/match.json");
});

test("read prints the same JSON as ever for the same page", async () => {
  const { out } = await run(["read", "--format", "json", page]);
  await expect(withRoundScores(out)).toMatchFileSnapshot("golden/read.json");
});

test.each([
  ["compare", ["compare", "tests/fixtures/cli/pairs.jsonl"]],
  [
    "retrieve",
    [
      "retrieve",
      "--corpus",
      "tests/fixtures/cli/texts.jsonl",
      "--queries",
      "tests/fixtures/cli/queries.jsonl",
    ],
  ],
])("%s prints the same lines as ever for the same input", async (name, args) => {
  const printed = `[${(await run(args)).out.trimEnd().split("\n").join(",")}]`;
  await expect(withRoundScores(printed)).toMatchFileSnapshot(`golden/${name}.json`);
});

test("story prints the same JSON as ever for the same articles", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-golden-"));
  const articles = path.join(folder, "articles.jsonl");
  writeFileSync(articles, storyLibrary);
  const { out } = await run(["story", "--format", "json", articles]);
  rmSync(folder, { recursive: true });
  await expect(withRoundScores(out)).toMatchFileSnapshot("golden/story.json");
});
