import { readFileSync } from "node:fs";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary, type Library } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { comparePage } from "../../../src/engine/match/comparePage.ts";
import { isScored } from "../../../src/engine/match/comparison.ts";
import type { Features } from "../../../src/engine/match/features.ts";
import { surroundingsOf } from "../../../src/engine/match/pageMatches.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { type BulkRow, bulkArticle, readBulkRows, startInRow } from "../bulkArticles.ts";
import { readRows } from "../readRows.ts";
import { readRetellings, retoldPairs } from "./retoldPairs.ts";

/**
 * yes: an editor would show the one beside the other. part: they share a fact that is a side clause
 * in one of them: an editor would not miss it. no: something else.
 */
export type PairLabel = "yes" | "part" | "no";

/** A pair of passages of two outlets' articles, judged by reading, with what the engine makes of it. */
export interface LabelledPair {
  /** Id of the page's article: pairs of one page are kept on one side of a split. */
  readonly page: string;
  readonly label: PairLabel;
  readonly features: Features;
  readonly support: number;
  readonly rivals: number;
  /** True if the score is the model's: the wording alone does not decide, and enough is shared. */
  readonly isScored: boolean;
  readonly source: PairSource;
}

/**
 * news: a page against all the news. retold: a retelling, all of which stands in one article: real
 * pages are not so easy. small: a page, most often of another season, against five articles.
 */
export type PairSource = "news" | "retold" | "small";

/** Judgements by id and offset: the texts are in the data folder only. */
const labelFile = "tests/eval/training/pairLabels.tsv";
const smallLabelFile = "tests/eval/training/smallLibraryLabels.tsv";
const smallLibraryFile = "tests/eval/training/smallLibraries.jsonl";

/** Five articles, two or more of them of one story, and pages on their matter, by id. */
interface SmallLibrary {
  readonly library: readonly string[];
  readonly pages: readonly string[];
}

/** The judged pairs and the retold ones that are candidates today, in the order of the data. A minute or two. */
export function labelledPairs(dataFolder: string): readonly LabelledPair[] {
  const labels = readLabels(labelFile);
  const retellings = readRetellings();
  const ids = new Set([
    ...[...labels.keys()].flatMap((key) => key.split("\t").filter((_, i) => i % 3 === 0)),
    ...retellings.map(({ of }) => of),
  ]);
  const all = readBulkRows(dataFolder);
  const rows = all.filter(({ id }) => ids.has(id));
  const readings = rows.map((row) => readArticle(bulkArticle(row)));
  const library = createLibrary([openSegment(writeSegment(readings))]);
  const pages = new Set([...labels.keys()].map((key) => key.split("\t")[0]));
  return [
    ...readings
      .filter(({ article }) => pages.has(article.id))
      .flatMap((reading) => pairsOfPage(reading, rows, rows, library, labels, "news")),
    ...retellings.flatMap((retelling) => retoldPairs(retelling, rows, library)),
    ...smallLibraryPairs(all),
  ];
}

function smallLibraryPairs(all: readonly BulkRow[]): readonly LabelledPair[] {
  const labels = readLabels(smallLabelFile);
  const rowOf = new Map(all.map((row) => [row.id, row]));
  return readRows<SmallLibrary>(smallLibraryFile).flatMap(({ library: ids, pages }) => {
    const rows = ids.map((id) => rowOf.get(id)!);
    const readings = rows.map((row) => readArticle(bulkArticle(row)));
    const library = createLibrary([openSegment(writeSegment(readings))]);
    return pages.flatMap((id) => {
      const page = rowOf.get(id)!;
      return pairsOfPage(readArticle(bulkArticle(page)), [page], rows, library, labels, "small");
    });
  });
}

function readLabels(file: string): ReadonlyMap<string, PairLabel> {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf("\t");
      return [line.slice(0, at), labelOf(line.slice(at + 1))];
    }),
  );
}

/** y, c (at odds) and d-… (one slot otherwise) are shown; they differ in their relation only. */
function labelOf(judged: string): PairLabel {
  return judged === "n" ? "no" : judged === "p" ? "part" : "yes";
}

function pairsOfPage(
  page: ArticleReading,
  pageRows: readonly BulkRow[],
  rows: readonly BulkRow[],
  library: Library,
  labels: ReadonlyMap<string, PairLabel>,
  source: PairSource,
): LabelledPair[] {
  const { id } = page.article;
  const pageRow = pageRows.find((row) => row.id === id)!;
  const pairs = comparePage(page, library).filter(({ article }) => rows[article]!.id !== id);
  const around = surroundingsOf(pairs);
  return pairs.flatMap(({ place, article, stored, comparison }, i): LabelledPair[] => {
    const own = page.passages[place]!;
    const row = rows[article]!;
    const key = [id, own.in, startInRow(pageRow, own), row.id, stored.in, startInRow(row, stored)];
    const label = labels.get(key.join("\t"));
    if (label === undefined) return [];
    const { features } = comparison;
    return [{ page: id, label, features, ...around[i]!, isScored: isScored(comparison), source }];
  });
}
