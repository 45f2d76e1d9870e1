import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readBulkRows } from "../bulkArticles.ts";
import { type ReaderLibrary, readerLibraryFile } from "../measures/readerMarks.ts";
import { type Story, storiesOf } from "../stories.ts";

/**
 * Chooses libraries of a reader's size and pages on their stories, and writes their ids.
 * `node scripts/runTypeScript.mjs tests/eval/training/readerLibraries.ts` (data: EVAL_DATA)
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const seed = 20_261_129;
/** How many libraries of how many articles, all of the same stories: a pair is judged once for all sizes. */
const wanted: readonly (readonly [libraries: number, size: number])[] = [
  [60, 5],
  [16, 20],
  [2, 200],
];
/** Articles of the pairs that were judged before are in none. */
const usedBefore = ["storyLibraries.jsonl", "smallLibraries.jsonl"]
  .map((file) => readFileSync(`tests/eval/training/${file}`, "utf8"))
  .join("");

const rows = readBulkRows(dataFolder).filter(({ id }) => !usedBefore.includes(id));
const stories = storiesOf(rows, rows.length, seed);
const libraries = wanted.flatMap(([count, size]) => librariesOf(size).slice(0, count));
writeFileSync(readerLibraryFile, libraries.map((one) => `${JSON.stringify(one)}\n`).join(""));
console.log(`${stories.length} stories, ${libraries.length} libraries`);

/** Libraries of whole stories, in their order; the first article of each story is a page as well. */
function librariesOf(size: number): readonly ReaderLibrary[] {
  const libraries: Story[][] = [];
  let chosen: Story[] = [];
  for (const story of stories) {
    chosen.push(story);
    if (chosen.flat().length < size) continue;
    libraries.push(chosen);
    chosen = [];
  }
  return libraries.map((some) => ({
    size,
    library: some.flat().map(({ id }) => id),
    pages: some.map((story) => story[0]!.id),
  }));
}
