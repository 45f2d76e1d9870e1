/**
 * The stories of libraries of real news: how long it takes to find them, from which the view opens, and to
 * set the articles of one side by side. Beside it stands one pass over the same terms, below which no
 * finding could be. With a build (`npm run build -- --all`), also from a click to the list, and to the
 * outlets of a story, in a real Chromium with that library in its storage, asleep and awake.
 */

import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import {
  allSteps,
  createLibrary,
  type Library,
  openSegment,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import { inOrderOfPublication, reportStory } from "../../../src/engine/stories/reportStory.ts";
import { createStoryIndex, recalledStoryIndex } from "../../../src/engine/stories/storyIndex.ts";
import { listStories } from "../../../src/engine/stories/storyList.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../../eval/bulkArticles.ts";
import { openMs } from "../browser/openStories.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { fastestOf, median, processorMsSince, timed } from "../timing.ts";

const sizes = [10_000, 100_000];
/** Goals hold from this size on. */
const goalSize = 100_000;
const goalMs = 300;
/** Stories of which the articles are compared, those with the most articles. */
const storiesTold = 8;

export const storySpeed: BenchMeasure = {
  name: "story view (libraries of news)",
  needs: [bulkFile],
  async run(dataFolder) {
    const rows: BenchRow[] = [];
    for (const size of sizes) {
      const bytes = libraryOf(dataFolder, size);
      rows.push(...engineRows(bytes, size));
      if (size === goalSize) rows.push(...(await browserRows(bytes)));
    }
    return rows;
  },
};

function libraryOf(dataFolder: string, passageCount: number): Uint8Array {
  const readings = [];
  let passages = 0;
  for (const row of readBulkRows(dataFolder)) {
    if (passages >= passageCount) break;
    const reading = readArticle(bulkArticle(row));
    readings.push(reading);
    passages += reading.passages.length;
  }
  return writeSegment(readings);
}

function engineRows(bytes: Uint8Array, size: number): readonly BenchRow[] {
  const opened = () => createLibrary([openSegment(bytes)]);
  const library = opened();
  const first = timed(() => createStoryIndex(opened()));
  const warm = fastestOf(5, () => createStoryIndex(opened()));
  const index = createStoryIndex(library);
  const page = readArticle(library.parts[0]!.segment.rows.article(index.stories[0]![0]!));
  const near = () => recalledStoryIndex(opened(), index.stories).storyNear(page);
  const told = tellingMs(library, index.stories);
  const isGoal = size >= goalSize;
  const name = `${size / 1000}k`;
  const row = (what: string, figure: string): BenchRow => ({
    what: `${name}: ${what}`,
    figure,
    goal: null,
    isMet: null,
  });
  const finding = isGoal
    ? { goal: `≤ ${goalMs} ms`, isMet: warm <= goalMs }
    : { goal: null, isMet: null };
  return [
    row("articles · stories", `${library.articleCount} · ${index.stories.length}`),
    row("floor: one pass over the terms", ms(fastestOf(5, () => passOver(library)))),
    { ...row("stories found", ms(warm)), ...finding },
    row("processor time of that", ms(processorMs(() => createStoryIndex(opened())))),
    row("the same in a cold process", ms(first.ms)),
    row("listed, once found", ms(fastestOf(5, () => listStories(index, library)))),
    row("the story of a page that is not kept", ms(fastestOf(5, near))),
    row(`a story of ${told.articles} articles compared`, ms(told.wholeMs)),
    row("the longest step of that", ms(told.longestMs)),
  ];
}

/** What a piece of work takes of the processors, whatever else they do: of five runs the least. */
function processorMs(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    return processorMsSince(before);
  });
  return Math.min(...runs);
}

/** What every finding has to do: look at each term of each passage. */
function passOver(library: Library): number {
  let sum = 0;
  for (const { segment } of library.parts) {
    for (const entry of segment.views.forwardTerms) sum += entry & 1;
  }
  return sum;
}

/** The largest stories told, an article a step; the medians of them. */
function tellingMs(library: Library, stories: readonly (readonly number[])[]) {
  const largest = stories.toSorted((a, b) => b.length - a.length).slice(0, storiesTold);
  const times = largest.map((numbers) => {
    const articles = inOrderOfPublication(
      numbers.map((number) => library.parts[0]!.segment.rows.article(number)),
    );
    const numberOf = new Map(numbers.map((number) => [library.articleId(number), number]));
    const readings = articles.map((article) => ({
      reading: readArticle(article),
      number: numberOf.get(article.id)!,
    }));
    allSteps(reportStory(readings.slice(0, 2), library));
    let longestMs = 0;
    const steps = reportStory(readings, library);
    const whole = timed(() => {
      for (let step = timed(() => steps.next()); ; step = timed(() => steps.next())) {
        longestMs = Math.max(longestMs, step.ms);
        if (step.value.done) return;
      }
    });
    return { articles: numbers.length, wholeMs: whole.ms, longestMs };
  });
  const of = (key: keyof (typeof times)[number]) => median(times.map((its) => its[key]));
  return { articles: of("articles"), wholeMs: of("wholeMs"), longestMs: of("longestMs") };
}

async function browserRows(bytes: Uint8Array): Promise<readonly BenchRow[]> {
  const opening = await openMs(bytes);
  if (opening === null) {
    return [{ what: "no build: run npm run build -- --all", figure: "", goal: null, isMet: null }];
  }
  return Object.entries(opening).map(([what, figure]) => ({
    what: `100k: ${what}`,
    figure: ms(figure),
    goal: what.startsWith("floor") ? null : `≤ ${goalMs} ms`,
    isMet: what.startsWith("floor") ? null : figure <= goalMs,
  }));
}

function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ms`;
}
