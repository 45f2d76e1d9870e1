import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { Article, PageMatch } from "../../../src/engine/model/index.ts";
import { articleFromText } from "../../../src/ingest/articleFromText.ts";
import { randomSource } from "../../support/randomSource.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";
import { report } from "../report.ts";

interface BulkArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
  readonly text: string;
}

/** One page in so many meets all the articles; so many of its marks are read. */
const every = Number(process.env.EVAL_EVERY ?? 16);
const sampled = 200;

/** News against news: how many marks a page bears, and a sample of them, in a file, to be judged by reading. */
export const bulkMarks: Measure = {
  name: "bulk-marks",
  goal: {},
  baseline: {},
  needs: ["eval/bulk-allsides/articles.jsonl"],
  async run(dataFolder) {
    const rows = readRows<BulkArticle>(path.join(dataFolder, "eval/bulk-allsides/articles.jsonl"));
    const readings = rows.map((row) => readArticle(articleOf(row)));
    const library = createLibrary([openSegment(writeSegment(readings))]);
    const marks: { readonly page: Article; readonly match: PageMatch }[] = [];
    const pages = readings.filter((_, i) => i % every === 0);
    for (const page of pages) {
      const { matches } = matchPage(page, library);
      marks.push(...matches.map((match) => ({ page: page.article, match })));
    }
    const random = randomSource(1);
    const sample = marks
      .map((mark) => ({ ...mark, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, sampled);
    report("bulk-marks.txt", sample.flatMap(linesOf));
    return {
      pages: pages.length,
      "marks per page": (marks.length / pages.length).toFixed(2),
      ...relationsOf(marks.map(({ match }) => match)),
    };
  },
};

function articleOf(row: BulkArticle): Article {
  const value = row.date.slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return {
    ...articleFromText(row.text, {
      title: row.title,
      outlet: { name: row.outlet, domain: new URL(row.url).hostname.replace(/^www\./, "") },
      urls: [row.url],
      published: isDay ? { value, precision: "day", basis: "stated" } : null,
    }),
    id: row.id as Article["id"],
  };
}

function relationsOf(matches: readonly PageMatch[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { relation } of matches) counts[relation] = (counts[relation] ?? 0) + 1;
  return counts;
}

function linesOf({ page, match }: { page: Article; match: PageMatch }, i: number): string[] {
  const [reference] = match.references;
  if (!reference) return [];
  const { article, passage, differences } = reference;
  return [
    `#${i} ${match.relation} ${match.score.toFixed(2)}`,
    `  page   ${page.published?.value} ${page.outlet.name}: ${page.title}`,
    `         ${match.exact}`,
    `  corpus ${article.published?.value} ${article.outlet}: ${article.title}`,
    `         ${passage.text}`,
    ...differences.map(({ kind, page: own, corpus }) => `  ${kind}: ${own} / ${corpus}`),
  ];
}
