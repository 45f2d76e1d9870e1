import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";
import { plainArticle } from "../../eval/plainArticle.ts";
import { readRows } from "../../eval/readRows.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

interface BulkArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/** Pages that are matched, each once cold to the library's caches. */
const pageCount = 10;

/** Sizes of the library in sentences. */
const sizes = [10_000, 100_000];

/** What a warm page may cost, as a multiple of tokenising it (SPEED: 100). */
const mostTimesFloor = 100;
const leastBuildSpeed = 3;

/** Building, loading and whole matches of pages, beside the floor: tokenising the same pages. */
export const matchSpeed: BenchMeasure = {
  name: "matching pages (whole match, library of news sentences)",
  needs: ["eval/bulk-allsides/articles.jsonl"],
  async run(dataFolder) {
    const rows = readRows<BulkArticle>(path.join(dataFolder, "eval/bulk-allsides/articles.jsonl"));
    const pages = rows.slice(0, pageCount).map(readRow);
    return sizes.flatMap((size) => rowsOf(rows.slice(pageCount), pages, size));
  },
};

function rowsOf(
  rows: readonly BulkArticle[],
  pages: readonly ArticleReading[],
  size: number,
): readonly BenchRow[] {
  const read = timed(() => readUntil(rows, size));
  const megabytes = read.value.reduce((sum, { article }) => sum + article.body.length, 0) / 1e6;
  const written = timed(() => writeSegment(read.value));
  const opened = timed(() => openSegment(written.value));
  const library = createLibrary([opened.value]);
  const floor = timed(() => pages.map(({ article }) => tokenise(article.body).length));
  const cold = timed(() => matchPage(pages[0]!, library));
  const warm = timed(() => pages.slice(1).map((page) => matchPage(page, library)));
  const passages = pages.slice(1).reduce((sum, page) => sum + page.passages.length, 0);
  const floorMs = floor.ms / pageCount;
  const warmMs = warm.ms / (pageCount - 1);
  const build = (1000 * megabytes) / (read.ms + written.ms);
  const name = `${library.passageCount} passages:`;
  return [
    row(
      `${name} text to segment`,
      `${build.toFixed(2)} MB/s`,
      `≥ ${leastBuildSpeed} MB/s`,
      build >= leastBuildSpeed,
    ),
    row(`${name} readings to segment`, `${((1000 * megabytes) / written.ms).toFixed(2)} MB/s`),
    row(
      `${name} bytes a passage, text included`,
      (written.value.length / library.passageCount).toFixed(0),
    ),
    row(`${name} opening`, `${opened.ms.toFixed(2)} ms`),
    row(`${name} floor, tokenising a page`, `${floorMs.toFixed(2)} ms`),
    row(`${name} first page, cold`, `${cold.ms.toFixed(1)} ms`),
    row(
      `${name} a page, warm`,
      `${warmMs.toFixed(1)} ms`,
      `≤ ${mostTimesFloor} × floor`,
      warmMs <= mostTimesFloor * floorMs,
    ),
    row(`${name} a passage, warm`, `${(warm.ms / passages).toFixed(2)} ms`),
  ];
}

function row(
  what: string,
  figure: string,
  goal: string | null = null,
  isMet: boolean | null = null,
) {
  return { what, figure, goal, isMet };
}

function readUntil(rows: readonly BulkArticle[], sentences: number): ArticleReading[] {
  const readings: ArticleReading[] = [];
  let passages = 0;
  for (const row of rows) {
    if (passages >= sentences) break;
    const reading = readRow(row);
    passages += reading.passages.length;
    readings.push(reading);
  }
  return readings;
}

function readRow(row: BulkArticle): ArticleReading {
  const day = /^\d{4}-\d{2}-\d{2}/.test(row.date) ? row.date.slice(0, 10) : null;
  return readArticle(plainArticle(row.id, row.title, row.text, day));
}

function timed<T>(run: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}
