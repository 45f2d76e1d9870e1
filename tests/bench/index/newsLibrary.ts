import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import {
  allSteps,
  mergeSegments,
  openSegment,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { readRows } from "../../eval/readRows.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { randomSource } from "../../support/randomSource.ts";

/** The sets of news that libraries are made of, in this order. */
export const bulkSets: readonly string[] = [
  "eval/bulk-allsides/articles.jsonl",
  "eval/bulk-reuters21578/articles.jsonl",
];

interface BulkArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/** A library of news as one segment, with what it cost to make. */
export interface NewsLibrary {
  readonly bytes: Uint8Array;
  /** The text of every passage, for the peers. */
  readonly sentences: readonly string[];
  /** Articles as they came, of those that were read. */
  readonly megabytes: number;
  readonly readMs: number;
  readonly writeMs: number;
}

/** Articles that stand in no library: pages are made of them. */
export const pageArticles = 60;
/** A segment is written of so many passages at once, to keep memory low. */
const passagesAtOnce = 100_000;

/** Whole articles for pages, the first of the bulk sets. */
export function pageTexts(dataFolder: string): readonly string[] {
  return newsRows(dataFolder)
    .slice(0, pageArticles)
    .map(({ text }) => text);
}

/**
 * A library of at least so many passages, `extra` sentences among them: bulk news, and when that
 * is used up the same articles with half of each sentence's words drawn anew (fixed seed).
 */
export function newsLibrary(
  dataFolder: string,
  passageCount: number,
  extra: readonly string[],
): NewsLibrary {
  const rows = newsRows(dataFolder).slice(pageArticles);
  const found = readUntil(rows, passageCount - extra.length);
  const readings = [...found.readings];
  let count = found.passages;
  const random = randomSource(1);
  for (let i = 0; count < passageCount - extra.length; i++) {
    const made = resampled(found.readings[i % found.readings.length]!, i, random);
    readings.push(made);
    count += made.passages.length;
  }
  readings.push(...extra.map((text, i) => sentenceReading(`extra${i}`, [text])));
  const start = performance.now();
  const bytes = written(readings);
  return {
    bytes,
    sentences: readings.flatMap(({ passages }) => passages.map(({ text }) => text)),
    megabytes: found.megabytes,
    readMs: found.ms,
    writeMs: performance.now() - start,
  };
}

/** An article of plain sentences without facts, as quickly as it can be made. */
export function sentenceReading(id: string, sentences: readonly string[]): ArticleReading {
  let at = 0;
  const passages = sentences.map((text) => {
    const start = at;
    at += text.length + 1;
    return {
      in: "body" as const,
      unit: "sentence" as const,
      start,
      end: start + text.length,
      text,
      names: [],
      dates: [],
      numbers: [],
      attributions: [],
      isClaim: true,
      isQuoted: false,
    };
  });
  const article = plainArticle(id, "", sentences.join(" "), null);
  return { article, passages, quotes: [], attributions: [], claims: [] };
}

/** The news that libraries are made of; the first ones are for pages. */
export function newsRows(dataFolder: string): readonly BulkArticle[] {
  return bulkSets.flatMap((set) => readRows<BulkArticle>(path.join(dataFolder, set)));
}

function readUntil(rows: readonly BulkArticle[], passageCount: number) {
  const start = performance.now();
  const readings: ArticleReading[] = [];
  let passages = 0;
  let units = 0;
  for (const row of rows) {
    if (passages >= passageCount) break;
    const day = /^\d{4}-\d{2}-\d{2}/.test(row.date) ? row.date.slice(0, 10) : null;
    const reading = readArticle(plainArticle(row.id, row.title, row.text, day));
    passages += reading.passages.length;
    units += row.text.length;
    readings.push(reading);
  }
  return { readings, passages, megabytes: units / 1e6, ms: performance.now() - start };
}

function resampled(
  { article, passages }: ArticleReading,
  number: number,
  random: () => number,
): ArticleReading {
  const words = article.body.split(/\s+/);
  const sentences = passages.map(({ text }) =>
    text
      .split(" ")
      .map((word) => (random() < 0.5 ? words[Math.floor(random() * words.length)]! : word))
      .join(" "),
  );
  return sentenceReading(`made${number}`, sentences);
}

function written(readings: readonly ArticleReading[]): Uint8Array {
  const segments: Uint8Array[] = [];
  let batch: ArticleReading[] = [];
  let passages = 0;
  for (const reading of readings) {
    batch.push(reading);
    passages += reading.passages.length;
    if (passages < passagesAtOnce) continue;
    segments.push(writeSegment(batch));
    batch = [];
    passages = 0;
  }
  if (batch.length > 0) segments.push(writeSegment(batch));
  return segments.length === 1 ? segments[0]! : allSteps(mergeSegments(segments.map(openSegment)));
}
