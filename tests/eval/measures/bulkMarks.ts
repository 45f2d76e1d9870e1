import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, PageMatch } from "../../../src/engine/model/index.ts";
import { randomSource } from "../../support/randomSource.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { report } from "../report.ts";

/** One page in so many meets all the articles; so many of its marks are read. */
const every = Number(process.env.EVAL_EVERY ?? 16);
const sampled = 200;

/** News against news: how many marks a page bears, and a sample of them, in a file, to be judged by reading. */
export const bulkMarks: Measure = {
  name: "bulk-marks",
  goal: {},
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    const readings = readBulkRows(dataFolder).map((row) => readArticle(bulkArticle(row)));
    const library = await openLibrary(readings);
    const marks: { readonly page: Article; readonly match: PageMatch }[] = [];
    const pages = readings.filter((_, i) => i % every === 0);
    for (const page of pages) {
      const { matches } = await matchWith(page, library);
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
