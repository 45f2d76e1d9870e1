import path from "node:path";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";
import { report } from "../report.ts";
import { matchRetold, type RetoldRow, sharesOf } from "../retoldNews.ts";
import { wordFormsOf } from "../sharedWords.ts";
import { tellArticle } from "../toldArticle.ts";

interface Row {
  readonly doc: string;
  readonly n: number;
  readonly a: string;
  readonly b: string;
}

const file = "eval/retranslations/news-2021-ru.jsonl";
const outlets = 7;
const day = "2020-07-20";
/** Rows whose two sides share fewer of their words are the hard half. */
const hardShare = 0.5;

/**
 * Russian news in two English translations: the articles of one side are the library, those of the
 * other the pages. Most references to other articles tell the same story: a sample is to be read.
 */
export const retranslations: Measure = {
  name: "retranslations",
  goal: { recall: 0.95, "recall, hard half": 0.92 },
  baseline: { recall: 0.915, "recall, hard half": 0.85, right: 0.723 },
  needs: [file],
  async run(dataFolder) {
    const rows = readRows<Row>(path.join(dataFolder, file));
    const docs = [...new Set(rows.map(({ doc }) => doc))];
    const told = (side: "a" | "b") =>
      docs.map((doc, i) =>
        tellArticle({
          id: `${doc}-${side}`,
          outlet: `${side} outlet ${i % outlets}`,
          day,
          language: "en",
          sentences: rows.filter((row) => row.doc === doc).map((row) => row[side]),
        }),
      );
    const found = await matchRetold(told("a"), told("b"), [], () => true);
    const hard = found.rows.filter((row) => isHard(row, rows));
    const { recall, right, near, other, count, bestRight } = sharesOf(found);
    report("retranslations.txt", [
      ...found.rows.filter(({ isFound }) => !isFound).map(({ text }) => `missed ${text}`),
      ...found.references
        .filter(({ place }) => place !== "right")
        .map(
          ({ text, reference, place }) =>
            `${place} ${reference.score.toFixed(2)}\n  ${text}\n  ${reference.passage.text}`,
        ),
    ]);
    return {
      recall,
      "recall, hard half": hard.filter(({ isFound }) => isFound).length / hard.length,
      right,
      "right, near, other": `${right.toFixed(3)} ${near.toFixed(3)} ${other.toFixed(3)} of ${count}`,
      "to other articles": count * other,
      "best is right": bestRight,
    };
  },
};

function isHard({ page, place }: RetoldRow, rows: readonly Row[]): boolean {
  const row = rows.find(({ doc, n }) => `${doc}-a` === page && n === place);
  if (!row) return false;
  const a = wordFormsOf(row.a);
  const b = wordFormsOf(row.b);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size)) < hardShare;
}
