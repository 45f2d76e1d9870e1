import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import { corpusReadings } from "../corpusReadings.ts";
import type { Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { report } from "../report.ts";

/** Articles that name one of these may well tell of the bundled events: their marks are apart. */
const sameEvents = /Manbij|Lavrov|Nusra|Cavusoglu/;

/** Every so many articles (EVAL_EVERY; 1 is all of them, some minutes), and all on the same events. */
const every = Number(process.env.EVAL_EVERY ?? 10);

/** Pages of other news against the bundled articles: each mark is likely wrong and goes to a file to be read. */
export const falseMarks: Measure = {
  name: "false-marks",
  goal: { "marks per 1,000 other pages": "≤ 2" },
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    const readings = [...corpusReadings(dataFolder).values()];
    const library = await openLibrary(readings);
    const lines: string[] = [];
    const counts = { pages: 0, marks: 0, samePages: 0, sameMarks: 0 };
    for (const [i, row] of readBulkRows(dataFolder).entries()) {
      const isSame = sameEvents.test(row.text) || sameEvents.test(row.title);
      if (!isSame && i % every !== 0) continue;
      const page = readArticle(bulkArticle(row));
      const { matches } = await matchWith(page, library);
      counts[isSame ? "samePages" : "pages"]++;
      counts[isSame ? "sameMarks" : "marks"] += matches.length;
      for (const match of matches) {
        const { passage, article } = match.references[0]!;
        lines.push(
          `${isSame ? "same events" : "other"} ${row.date} ${row.outlet}: ${match.relation} ${match.score.toFixed(2)}`,
          `  page   ${match.exact}`,
          `  corpus ${article.published?.value} ${passage.text}`,
        );
      }
    }
    report("false-marks.txt", lines);
    return {
      "marks per 1,000 other pages": ((1000 * counts.marks) / counts.pages).toFixed(2),
      "other pages": counts.pages,
      "marks on pages that name the same": `${counts.sameMarks} on ${counts.samePages}`,
    };
  },
};
