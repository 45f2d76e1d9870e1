import path from "node:path";
import type { Article, ArticleId, Passage } from "../../src/engine/model/index.ts";
import { articleFromText } from "../../src/ingest/articleFromText.ts";
import { readRows } from "./readRows.ts";

/** A row of the bulk news: the text with what stood around it on its page. */
export interface BulkRow {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
  readonly text: string;
}

/** Where the rows stand in the data folder. */
export const bulkFile = "eval/bulk-allsides/articles.jsonl";

/** All rows, in the file's order. */
export function readBulkRows(dataFolder: string): readonly BulkRow[] {
  return readRows<BulkRow>(path.join(dataFolder, bulkFile));
}

/** The article in a row, as an import would read it. */
export function bulkArticle(row: BulkRow): Article {
  const value = row.date.slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const article = articleFromText(row.text, {
    title: row.title,
    outlet: { name: row.outlet, domain: new URL(row.url).hostname.replace(/^www\./, "") },
    urls: [row.url],
    published: isDay ? { value, precision: "day", basis: "stated" } : null,
  });
  return { ...article, id: row.id as ArticleId };
}

/**
 * Where a passage of the article stands in the row's own text, of which judgements give offsets;
 * -1 if it was cut out of the midst of a sentence.
 */
export function startInRow(
  row: BulkRow,
  passage: Pick<Passage, "in" | "start"> & { readonly text: string },
): number {
  return passage.in === "title" ? passage.start : row.text.indexOf(passage.text);
}
