import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./captureOutput.ts";
import { expectValid, objectsIn, schema } from "./schemas.ts";

const texts = "tests/fixtures/cli/texts.jsonl";
const articles = "tests/fixtures/cli/corpus.jsonl";
const queries = "tests/fixtures/cli/queries.jsonl";
const folder = mkdtempSync(path.join(tmpdir(), "second-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly id: string;
  readonly hits: readonly { articleId: string; passage: string; score: number }[];
}

async function retrieve(...args: readonly string[]): Promise<readonly Answer[]> {
  const { out } = await run(["retrieve", ...args]);
  return objectsIn(out) as unknown as Answer[];
}

const idsOf = (answers: readonly Answer[]) =>
  answers.map(({ id, hits }) => [id, hits[0]?.articleId ?? null]);

describe("retrieve", () => {
  test("prints, for each query in order, what its schema says", async () => {
    const { exitCode, out } = await run(["retrieve", "--corpus", texts, "--queries", queries]);
    expect(exitCode).toBe(0);
    const isRetrieve = schema("retrieve");
    for (const one of objectsIn(out)) expectValid(isRetrieve, one);
  });

  test("finds the text that says it, best first, and nothing where nothing is shared", async () => {
    const answers = await retrieve("--corpus", texts, "--queries", queries);
    expect(idsOf(answers)).toEqual([
      ["q1", "a claim: with a colon"],
      ["q2", "lamp"],
      ["q3", null],
    ]);
    for (const { hits } of answers) {
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  test("finds an article of a corpus by its closest sentence, once", async () => {
    const answers = await retrieve("--corpus", articles, "--queries", queries, "--top", "3");
    const [best, ...others] = answers[1]!.hits;
    expect(best).toMatchObject({ articleId: "coast-1" });
    expect(best!.passage).toMatch(/^“We have kept the lamp/);
    expect(others.map(({ articleId }) => articleId)).not.toContain("coast-1");
  });

  test("searches several corpora of both kinds together", async () => {
    const answers = await retrieve("--corpus", texts, "--corpus", articles, "--queries", queries);
    const found = answers[1]!.hits.map(({ articleId }) => articleId);
    expect(found).toEqual(expect.arrayContaining(["lamp", "coast-1"]));
  });

  test("gives no more than --top", async () => {
    const [first] = await retrieve("--corpus", texts, "--queries", queries, "--top", "1");
    expect(first!.hits).toHaveLength(1);
  });

  test("a line of corpus or queries that cannot be used is named, and the others are done", async () => {
    const bad = path.join(folder, "bad.jsonl");
    writeFileSync(
      bad,
      '{"id":"a","text":"A whale in the harbour"}\n{"id":"b"}\n{"id":"c","text":""}\n',
    );
    const { exitCode, out, problems } = await run(["retrieve", "--corpus", bad, "--queries", bad]);
    expect(exitCode).toBe(1);
    expect(objectsIn(out)).toHaveLength(1);
    const lines = [
      expect.stringMatching(/bad\.jsonl: line 2: "text" is missing/),
      expect.stringMatching(/bad\.jsonl: line 3: "text" is empty/),
    ];
    expect(problems).toEqual([...lines, ...lines]);
  });

  test.each([
    [
      "a corpus that is not there",
      ["--corpus", "absent.jsonl", "--queries", queries],
      /absent\.jsonl/,
    ],
    ["queries that are not there", ["--corpus", texts, "--queries", "gone.jsonl"], /gone\.jsonl/],
  ])("%s ends with 1", async (_, args, message) => {
    const { exitCode, problems } = await run(["retrieve", ...args]);
    expect(exitCode).toBe(1);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test.each([[["--queries", queries, "--top", "0"]], [["--queries", queries, "--top", "x"]], [[]]])(
    "%j is wrong usage",
    async (args) => {
      expect(await run(["retrieve", ...args])).toMatchObject({ exitCode: 2, out: "" });
    },
  );
});
