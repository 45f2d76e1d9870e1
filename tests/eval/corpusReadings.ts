import { readFileSync } from "node:fs";
import path from "node:path";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import type { Article, ArticleReading } from "../../src/engine/model/index.ts";
import { articleFromText } from "../../src/ingest/articleFromText.ts";
import { readRows } from "./readRows.ts";

type Known = Pick<
  Article,
  "outlet" | "title" | "published" | "relativeDatesCountFrom" | "byline" | "agencies"
> & { readonly file: string; readonly url: string | null };

/** The five documents as the product reads them, by the first three digits of their file names. */
export function corpusReadings(
  dataFolder: string,
  corpus = "corpus",
): ReadonlyMap<string, ArticleReading> {
  const folder = path.join(dataFolder, corpus);
  const known = JSON.parse(readFileSync(path.join(folder, "articles.json"), "utf8")) as Known[];
  return new Map(
    known.map(({ file, url, ...rest }) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      const article = articleFromText(text, {
        ...rest,
        outlet: { name: rest.outlet.name, domain: rest.outlet.domain },
        urls: url === null ? [] : [url],
        relativeDatesCountFrom: rest.relativeDatesCountFrom ?? null,
      });
      return [file.slice(0, 3), readArticle(article)];
    }),
  );
}

/** The hand-made sentences of the five documents by id. */
export function corpusSentences(
  dataFolder: string,
  corpus = "corpus",
): ReadonlyMap<string, string> {
  const rows = readRows<{ id: string; text: string }>(
    path.join(dataFolder, corpus, "sentences.jsonl"),
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
