import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import { articleFromText } from "../../../src/ingest/articleFromText.ts";
import { parsePublicationDate } from "../../../src/ingest/metadata/publicationDate.ts";
import { corpusReadings, corpusSentences } from "../corpusReadings.ts";
import { compareWithGold, type GoldReference } from "../crossReferences.ts";
import type { Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { readRows } from "../readRows.ts";
import { report } from "../report.ts";

const folder = "eval/pages-gold";

/**
 * Real pages of other months against the five documents: how many of the spans that state what the
 * documents state are found. Every other mark goes to a file, to be read: half of the pages hold
 * only what is tempting.
 */
export const pagesGold: Measure = {
  name: "pages-gold",
  goal: { "found, of 19": 15 },
  baseline: {},
  needs: [`${folder}/gold.jsonl`],
  async run(dataFolder) {
    const library = await openLibrary([...corpusReadings(dataFolder).values()]);
    const reports = new Map<string, MatchReport>();
    for (const { id, title, text, date } of readPages(path.join(dataFolder, folder, "pages"))) {
      const published = parsePublicationDate(date);
      const page = readArticle(articleFromText(text, { title, published }));
      reports.set(id, await matchWith(page, library));
    }
    const { answers, extras } = compareWithGold(
      readSpans(path.join(dataFolder, folder, "gold.jsonl")),
      corpusSentences(dataFolder),
      reports,
    );
    const found = answers.filter(({ relation }) => relation !== null);
    const right = found.filter(({ gold, relation }) => gold.relation === relation);
    report("pages-gold.txt", [
      ...answers.map(
        ({ gold, relation, score }) =>
          `${gold.id} ${gold.relation} -> ${relation} ${score.toFixed(2)}`,
      ),
      ...extras.map(
        ({ page, relation, score, text, corpus }) =>
          `extra ${page} ${relation} ${score.toFixed(2)}\n  ${text}\n  ${corpus}`,
      ),
    ]);
    return {
      "found, of 19": found.length,
      "of these in the right relation": right.length,
      "other references": extras.length,
    };
  },
};

interface GoldPage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
}

function readPages(of: string): readonly GoldPage[] {
  return readdirSync(of)
    .sort()
    .map((name): GoldPage => JSON.parse(readFileSync(path.join(of, name), "utf8")));
}

/** The rows that name a span; the others only remark on what a page tempts to. */
function readSpans(file: string): readonly GoldReference[] {
  return readRows<GoldReference>(file)
    .filter(({ page_span }) => page_span !== undefined)
    .map((row) => ({ ...row, in: "body", accept: [], required: true }));
}
