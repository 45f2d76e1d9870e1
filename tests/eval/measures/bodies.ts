import { readFileSync } from "node:fs";
import path from "node:path";
import { articleFromText } from "../../../src/ingest/articleFromText.ts";
import { readArticlesJson } from "../../../src/ingest/articlesJson.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";

interface SentenceRow {
  readonly seed: string;
  readonly text: string;
  readonly kind: "title" | "body";
}

/** The bodies of the five documents, as characters without white space and punctuation. */
export const bodies: Measure = {
  name: "bodies, five documents",
  goal: { precision: 1, recall: 1, "precision, title not known": 1, "recall, title not known": 1 },
  baseline: {},
  needs: ["corpus/articles.json", "corpus/sentences.jsonl"],
  async run(dataFolder) {
    const rows = readRows<SentenceRow>(path.join(dataFolder, "corpus/sentences.jsonl"));
    const known = measureBodies(dataFolder, rows, true);
    const unknown = measureBodies(dataFolder, rows, false);
    return {
      precision: known.precision,
      recall: known.recall,
      "precision, title not known": unknown.precision,
      "recall, title not known": unknown.recall,
    };
  },
};

function measureBodies(dataFolder: string, rows: readonly SentenceRow[], isTitleKnown: boolean) {
  const read = (file: string) => readFileSync(path.join(dataFolder, "corpus", file), "utf8");
  let given = 0;
  let wanted = 0;
  let common = 0;
  for (const { file, known } of readArticlesJson(read("articles.json"))) {
    const { title: _, ...untitled } = known;
    const article = articleFromText(read(file), isTitleKnown ? known : untitled);
    let rest = characters(article.body);
    given += rest.length;
    for (const { seed, kind, text } of rows) {
      if (kind !== "body" || !file.startsWith(seed)) continue;
      const sentence = characters(text);
      wanted += sentence.length;
      const at = rest.indexOf(sentence);
      if (at < 0) continue;
      common += sentence.length;
      rest = rest.slice(0, at) + rest.slice(at + sentence.length);
    }
  }
  return { precision: common / given, recall: common / wanted };
}

function characters(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, "");
}
