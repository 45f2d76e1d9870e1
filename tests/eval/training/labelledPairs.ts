import { readFileSync } from "node:fs";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { isScored } from "../../../src/engine/match/comparison.ts";
import { surroundingsOf } from "../../../src/engine/match/pageMatches.ts";
import type { Features } from "../../../src/engine/match/score/features.ts";
import type { Surroundings } from "../../../src/engine/match/score/scoreModel.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { type BulkRow, bulkArticle, readBulkRows, startInRow } from "../bulkArticles.ts";
import {
  isAsidePage,
  type Judgement,
  readerLibraryFile,
  readReaderLabels,
} from "../measures/readerMarks.ts";
import { compareWith, type OpenLibrary, openLibrary } from "../openLibrary.ts";
import { readRows } from "../readRows.ts";
import { pairsRetoldInFew, readRetellings, retoldPairs } from "./retoldPairs.ts";

/**
 * yes: an editor would show the one beside the other. part: they share a fact that is a side clause
 * in one of them: an editor would not miss it. no: something else.
 */
export type PairLabel = "yes" | "part" | "no";

/** A pair of passages of two outlets' articles, judged by reading, with what the engine makes of it. */
export interface LabelledPair extends Surroundings {
  /** Id of the page's article: pairs of one page are kept on one side of a split. */
  readonly page: string;
  readonly label: PairLabel;
  readonly features: Features;
  /** True if the score is the model's: the wording alone does not decide, and enough is shared. */
  readonly isScored: boolean;
  readonly source: PairSource;
}

/**
 * news: a page against all the news. retold: a retelling, all of which stands in one article: real
 * pages are not so easy. retoldInFew: the same in five articles, on the day, years later, and without a
 * date. small: a page, most often of another season, against five articles.
 * story: a page against what other outlets printed of its story and of a dozen others.
 * reader: the same in libraries of 5, 20 and 200 articles, judged anew; without the pages put aside.
 * parallel: an article in another language than that of the library, where its translation stands.
 */
export type PairSource =
  | "news"
  | "retold"
  | "retoldInFew"
  | "small"
  | "story"
  | "reader"
  | "parallel";

/** Judgements by id and offset: the texts are in the data folder only. */
const labelFile = "tests/eval/training/pairLabels.tsv";
const smallLabelFile = "tests/eval/training/smallLibraryLabels.tsv";
const smallLibraryFile = "tests/eval/training/smallLibraries.jsonl";
/** heldOutLabels.tsv has as many pairs of the same libraries, put aside: nothing is fitted to them. */
const storyLabelFile = "tests/eval/training/storyLabels.tsv";
const storyLibraryFile = "tests/eval/training/storyLibraries.jsonl";

/**
 * Articles, and pages on their matter, by id: five of which two or more are of one story; or some seventy,
 * about five of each of fourteen stories.
 */
interface ChosenLibrary {
  readonly library: readonly string[];
  readonly pages: readonly string[];
}

/**
 * The judged pairs and the retold ones that are candidates today, in the order of the data. A minute
 * or two. `withMeaning`: with the evidence of vectors, and what is a candidate by them.
 */
export async function labelledPairs(
  dataFolder: string,
  withMeaning = false,
): Promise<readonly LabelledPair[]> {
  const labels = readLabels(labelFile);
  const retellings = readRetellings();
  const ids = new Set([
    ...[...labels.keys()].flatMap((key) => key.split("\t").filter((_, i) => i % 3 === 0)),
    ...retellings.map(({ of }) => of),
  ]);
  const all = readBulkRows(dataFolder);
  const rows = all.filter(({ id }) => ids.has(id));
  const readings = rows.map((row) => readArticle(bulkArticle(row)));
  const library = await openLibrary(readings, withMeaning);
  const pages = new Set([...labels.keys()].map((key) => key.split("\t")[0]));
  const found: LabelledPair[] = [];
  for (const reading of readings) {
    if (!pages.has(reading.article.id)) continue;
    found.push(...(await pairsOfPage(reading, rows, rows, library, labels, "news")));
  }
  for (const retelling of retellings) found.push(...(await retoldPairs(retelling, rows, library)));
  return [
    ...found,
    ...(await pairsRetoldInFew(retellings, rows, withMeaning)),
    ...(await chosenPairs("small", smallLibraryFile, readLabels(smallLabelFile), all, withMeaning)),
    ...(await chosenPairs("story", storyLibraryFile, readLabels(storyLabelFile), all, withMeaning)),
    ...(await chosenPairs("reader", readerLibraryFile, readerLabels(), all, withMeaning)),
  ];
}

async function chosenPairs(
  source: PairSource,
  libraryFile: string,
  labels: ReadonlyMap<string, PairLabel>,
  all: readonly BulkRow[],
  withMeaning: boolean,
): Promise<readonly LabelledPair[]> {
  const rowOf = new Map(all.map((row) => [row.id, row]));
  const found: LabelledPair[] = [];
  for (const { library: ids, pages } of readRows<ChosenLibrary>(libraryFile)) {
    const rows = ids.map((id) => rowOf.get(id)!);
    const readings = rows.map((row) => readArticle(bulkArticle(row)));
    const library = await openLibrary(readings, withMeaning);
    for (const id of pages) {
      const page = rowOf.get(id)!;
      const reading = readArticle(bulkArticle(page));
      found.push(...(await pairsOfPage(reading, [page], rows, library, labels, source)));
    }
  }
  return found;
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

const readerLabelOf: Readonly<Record<Judgement["judged"], PairLabel>> = {
  s: "yes",
  c: "part",
  o: "no",
  w: "no",
};

/** What was judged of the pages that are not put aside. */
function readerLabels(): ReadonlyMap<string, PairLabel> {
  const all = [...readReaderLabels()].filter(([key]) => !isAsidePage(key.split("\t")[0]!));
  return new Map(all.map(([key, { judged }]) => [key, readerLabelOf[judged]]));
}

/** y, c (at odds) and d-… (one slot otherwise) are shown; they differ in their relation only. */
function labelOf(judged: string): PairLabel {
  return judged === "n" ? "no" : judged === "p" ? "part" : "yes";
}

async function pairsOfPage(
  page: ArticleReading,
  pageRows: readonly BulkRow[],
  rows: readonly BulkRow[],
  library: OpenLibrary,
  labels: ReadonlyMap<string, PairLabel>,
  source: PairSource,
): Promise<LabelledPair[]> {
  const { id } = page.article;
  const pageRow = pageRows.find((row) => row.id === id)!;
  const pairs = (await compareWith(page, library)).filter(
    ({ article }) => rows[article]!.id !== id,
  );
  const around = surroundingsOf(page, pairs);
  return pairs.flatMap(({ pagePassage, article, stored, comparison }, i): LabelledPair[] => {
    const own = page.passages[pagePassage]!;
    const row = rows[article]!;
    const key = [id, own.in, startInRow(pageRow, own), row.id, stored.in, startInRow(row, stored)];
    const label = labels.get(key.join("\t"));
    if (label === undefined) return [];
    const { features } = comparison;
    return [{ page: id, label, features, ...around[i]!, isScored: isScored(comparison), source }];
  });
}
