import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anArticle } from "../corpora/articles.ts";
import { bombInZip, listOfNothing } from "../support/bombs.ts";
import { run } from "./captureOutput.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-bombs-"));
const inFolder = (name: string) => path.join(folder, name);

/** Long enough to be read element by element. */
const listBytes = 12_000_000;

beforeAll(() => {
  writeFileSync(inFolder("list.json"), listOfNothing(listBytes));
  writeFileSync(inFolder("packed.zip"), bombInZip(listBytes, 1_200_000, anArticle("inside")));
  writeFileSync(inFolder("good.jsonl"), JSON.stringify(anArticle("beside")));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("corpus build of files that would fill the memory", () => {
  test.each([
    ["a long list of nothing", "list.json", "list.json", 1],
    ["a zip of one", "packed.zip", "packed.zip/bomb.json", 2],
  ])(
    "names %s in one line, does the others, and ends with 1",
    async (_, file, refused, articles) => {
      const { exitCode, out, problems } = await run([
        ...["corpus", "build", "--out", inFolder("bombs.pack"), "--name", "Bombs"],
        ...["--date", "2019-04-01", inFolder(file), inFolder("good.jsonl")],
      ]);
      const reason =
        "only 0 of the first 10001 entries contained an article; the rest of the file was left out";
      expect(problems.filter((line) => line.endsWith(`${refused}: ${reason}`))).toHaveLength(1);
      expect(JSON.parse(out)).toMatchObject({ articles, refused: problems.length });
      expect(exitCode).toBe(1);
    },
  );
});
