import { readFileSync } from "node:fs";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, PageMatch, Reference } from "../../../src/engine/model/index.ts";
import { type BulkRow, bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { report } from "../report.ts";
import { type Story, storiesOf } from "../stories.ts";

/** Articles whose judged pairs are put aside are in no story here. */
const heldOutLibraries = "tests/eval/training/storyLibraries.jsonl";
/** Stories of each library: of some twenty, sixty and two hundred articles. */
const storyCounts = [6, 6, 20, 20, 60, 100];
const seed = Number(process.env.EVAL_SEED ?? 7);
/** So many articles of each story are pages too; an article is never set against itself. */
const pagesOfStory = 3;

/**
 * Libraries of a reader's size, a handful of stories in each, and pages of other outlets on the same
 * stories: how many marks say that something differs or is at odds, or that a quote was changed. All
 * of them go into a file, to be judged by reading.
 */
export const storyMarks: Measure = {
  name: "story-marks",
  goal: {},
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    const aside = readFileSync(heldOutLibraries, "utf8");
    const rows = readBulkRows(dataFolder).filter(({ id }) => !aside.includes(id));
    const stories = storiesOf(rows, Math.max(...storyCounts) * storyCounts.length, seed);
    const all: StoryMark[] = [];
    const figures: Record<string, string> = {};
    let from = 0;
    for (const count of storyCounts) {
      const { size, pages, marks } = await marksOf(stories.slice(from, from + count));
      figures[`stories from ${from} on: ${size} articles, ${pages} pages`] = countsOf(marks);
      all.push(...marks);
      from += count;
    }
    report("story-marks.txt", all.filter(isFlagged).flatMap(linesOf));
    return { ...figures, "in all": countsOf(all) };
  },
};

interface StoryMark {
  readonly page: Article;
  readonly match: PageMatch;
  readonly reference: Reference;
}

async function marksOf(stories: readonly Story[]) {
  const reading = (row: BulkRow) => readArticle(bulkArticle(row));
  const readings = stories.map((story) => story.map(reading));
  const pages = readings.flatMap((story) => story.slice(0, pagesOfStory));
  const library = await openLibrary(readings.flat());
  const marks: StoryMark[] = [];
  for (const page of pages) {
    for (const match of (await matchWith(page, library)).matches) {
      marks.push(
        ...match.references.map((reference) => ({
          page: page.article,
          match,
          reference,
        })),
      );
    }
  }
  return { size: readings.flat().length, pages: pages.length, marks };
}

function isFlagged({ reference: { relation, differences } }: StoryMark): boolean {
  if (relation === "differs" || relation === "contradicts") return true;
  return differences.some(({ kind }) => kind !== "wording");
}

function countsOf(marks: readonly StoryMark[]): string {
  const counts = new Map<string, number>();
  for (const { reference } of marks) {
    counts.set(reference.relation, (counts.get(reference.relation) ?? 0) + 1);
  }
  return [...counts].map(([relation, count]) => `${relation} ${count}`).join(", ");
}

function linesOf({ page, match, reference }: StoryMark, i: number): string[] {
  const { article, passage, differences, relation, score } = reference;
  return [
    `#${i} ${relation} ${score.toFixed(2)}`,
    `  page   ${page.published?.value} ${page.outlet.name} [${match.speaker}]: ${match.exact}`,
    `  corpus ${article.published?.value} ${article.outlet} [${reference.speaker}]: ${passage.text}`,
    ...differences
      .filter(({ kind }) => kind !== "wording")
      .map(({ kind, page: own, corpus }) => `  ${kind}: ${own} / ${corpus}`),
  ];
}
