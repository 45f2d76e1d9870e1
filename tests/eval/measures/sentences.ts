import path from "node:path";
import { splitSentences } from "../../../src/engine/text/sentences.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";

interface SentenceRow {
  readonly seed: string;
  readonly text: string;
  readonly kind: "title" | "body";
}

/** The body sentences of the five documents: how many come out exactly as marked by hand. */
export const sentences: Measure = {
  name: "sentences, five documents",
  goal: { "exact of 99": 97, precision: 0.97 },
  baseline: {},
  needs: ["corpus/sentences.jsonl"],
  async run(dataFolder) {
    const rows = readRows<SentenceRow>(path.join(dataFolder, "corpus/sentences.jsonl"));
    const bySeed = new Map<string, string[]>();
    for (const { seed, text } of rows.filter((row) => row.kind === "body")) {
      bySeed.set(seed, [...(bySeed.get(seed) ?? []), text]);
    }
    let exact = 0;
    let given = 0;
    for (const texts of bySeed.values()) {
      const body = texts.join(" ");
      const found = splitSentences(body).map(({ start, end }) => body.slice(start, end));
      given += found.length;
      const gold = new Set(texts);
      exact += found.filter((sentence) => gold.has(sentence)).length;
    }
    return { "exact of 99": exact, precision: exact / given };
  },
};
