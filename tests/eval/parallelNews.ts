import path from "node:path";
import { readRows } from "./readRows.ts";

/** The languages of the parallel news. */
export const parallelLanguages = ["en", "de", "fr", "es", "ru"] as const;

export type ParallelLanguage = (typeof parallelLanguages)[number];

/** One sentence of an article in all languages; `n` counts within the article, 0 is the headline. */
export interface ParallelRow {
  readonly doc: string;
  readonly n: number;
  /** Place of the article among the articles: what is fitted is fitted to odd ones. */
  readonly place: number;
  readonly texts: Readonly<Record<ParallelLanguage, string>>;
}

/** Where the rows stand in the data folder. */
export const parallelFile = "eval/crosslingual/news-2019.jsonl";

/** All rows, in the file's order. */
export function readParallelRows(dataFolder: string): readonly ParallelRow[] {
  type Row = { readonly doc: string; readonly n: number } & Record<ParallelLanguage, string>;
  const rows = readRows<Row>(path.join(dataFolder, parallelFile));
  const places = new Map<string, number>();
  return rows.map(({ doc, n, ...texts }) => {
    if (!places.has(doc)) places.set(doc, places.size);
    return { doc, n, place: places.get(doc)!, texts };
  });
}
