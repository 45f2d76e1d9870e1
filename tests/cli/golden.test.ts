import { expect, test } from "vitest";
import { run } from "./captureOutput.ts";

const page = "tests/fixtures/cli/page.html";
const corpus = "tests/fixtures/cli/corpus.jsonl";

/** Others script against the shape, not against the last digits of a score. */
function withRoundScores(json: string): string {
  const round = (key: string, value: unknown) =>
    key === "score" && typeof value === "number" ? Math.round(value * 10) / 10 : value;
  return `${JSON.stringify(JSON.parse(json, round), null, 2)}\n`;
}

test("match prints the same JSON as ever for the same page and corpus", async () => {
  const { out } = run(["match", "--format", "json", "--corpus", corpus, page]);
  await expect(withRoundScores(out)).toMatchFileSnapshot("golden/match.json");
});

test("read prints the same JSON as ever for the same page", async () => {
  const { out } = run(["read", "--format", "json", page]);
  await expect(withRoundScores(out)).toMatchFileSnapshot("golden/read.json");
});
