import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { isScored } from "../../../src/engine/match/comparison.ts";
import { surroundingsOf } from "../../../src/engine/match/pageMatches.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { bulkArticle, readBulkRows } from "../bulkArticles.ts";
import { compareWith, openLibrary } from "../openLibrary.ts";
import { type ParallelLanguage, type ParallelRow, readParallelRows } from "../parallelNews.ts";
import { sentencesUnder, type ToldArticle, tellArticle } from "../toldArticle.ts";
import type { LabelledPair, PairLabel } from "./labelledPairs.ts";

/** Languages of the pages, and of the library; no measure asks for these articles. */
const fittedTo: readonly (readonly [ParallelLanguage, readonly ParallelLanguage[]])[] = [
  ["de", ["en"]],
  ["ru", ["en"]],
  ["en", ["ru"]],
  // What is told is often told by several outlets.
  ["de", ["en", "ru"]],
  ["ru", ["en", "de"]],
];
/** The size of the library matters to how like the likest is by chance: a few articles, some, many. */
const libraries = [
  { articles: 5, others: 0 },
  { articles: 62, others: 60 },
  { articles: 62, others: 900 },
];
/**
 * Of each sentence in so many, one page and article share it; the others are of another article that
 * nobody tells again. Outlets share a few statements, and seldom all of them: 1 is a translation.
 */
const sharedOf = [1, 3, 6];

/** An article of sentences out of several, by their rows. */
interface MixedArticle {
  readonly told: ToldArticle;
  readonly rows: readonly ParallelRow[];
}

/**
 * Pairs of two languages: a sentence and its translation are the same; all others of the articles at
 * odd places are not, those beside it least surely (translators move words from one to the next).
 */
export async function parallelPairs(dataFolder: string): Promise<readonly LabelledPair[]> {
  const rows = readParallelRows(dataFolder).filter(({ place }) => place % 2 === 1);
  const bulk = readBulkRows(dataFolder)
    .slice(0, Math.max(...libraries.map(({ others }) => others)))
    .map((row) => readArticle(bulkArticle(row)));
  const pairs: LabelledPair[] = [];
  for (const [language, ofLibrary] of fittedTo) {
    for (const step of sharedOf) {
      const sources = ofLibrary.flatMap((one) => mixedArticles(rows, one, step, 0));
      const pages = mixedArticles(rows, language, step, 1);
      for (const { articles, others } of libraries) {
        for (let from = 0; from < sources.length; from += articles) {
          // The last has the same articles in the other languages.
          const some = sources.filter((_, at) => {
            const place = at % pages.length;
            return place >= from && place < from + articles;
          });
          const asked = pages.slice(from, from + articles);
          if (asked.length === 0) break;
          pairs.push(...(await pairsOf(asked, some, bulk.slice(0, others))));
        }
      }
    }
  }
  return pairs;
}

/**
 * An article for each place: every `step`-th of its sentences, and between them those of an article
 * that `side` 0 and 1 do not have in common.
 */
function mixedArticles(
  rows: readonly ParallelRow[],
  language: ParallelLanguage,
  step: number,
  side: 0 | 1,
): readonly MixedArticle[] {
  const places = [...new Set(rows.map(({ place }) => place))];
  const ofPlace = (place: number) => rows.filter((row) => row.place === place);
  return places.map((place, at) => {
    // Thirty articles on: no page asks for the same library that its filling stands in.
    const filling = ofPlace(places[(at + 10 + 13 * side) % places.length]!).slice(1);
    const own = ofPlace(place);
    const mixed = own.flatMap((row, i) =>
      i % step === 0 || step === 1 ? [row] : (filling[i] ?? []),
    );
    // A headline of the article's own would tell more than such an article tells.
    const kept = step === 1 ? mixed : [filling[0] ?? own[0]!, ...mixed.slice(1)];
    const told = tellArticle({
      id: `mixed-${place}-${language}-${step}-${side}`,
      outlet: `${language} outlet`,
      day: "2019-06-03",
      language,
      sentences: kept.map(({ texts }) => texts[language]),
    });
    return { told, rows: kept };
  });
}

async function pairsOf(
  pages: readonly MixedArticle[],
  sources: readonly MixedArticle[],
  others: readonly ArticleReading[],
): Promise<readonly LabelledPair[]> {
  const readings = [...sources.map(({ told }) => told.reading), ...others];
  const library = await openLibrary(readings, true);
  const pairs: LabelledPair[] = [];
  for (const page of pages) {
    const { reading } = page.told;
    const compared = await compareWith(reading, library);
    const around = surroundingsOf(reading, compared);
    compared.forEach(({ pagePassage, article, stored, comparison }, i) => {
      if (comparison.meaning === null || comparison.meaning.isOneLanguage) return;
      const own = rowsUnder(page, reading.passages[pagePassage]!);
      const source = sources[article];
      const label = source ? labelOf(own, rowsUnder(source, stored)) : "no";
      if (label === null) return;
      pairs.push({
        page: reading.article.id.split("-")[1]!,
        label,
        features: comparison.features,
        ...around[i]!,
        isScored: isScored(comparison),
        source: "parallel",
      });
    });
  }
  return pairs;
}

function rowsUnder(
  { told, rows }: MixedArticle,
  passage: Parameters<typeof sentencesUnder>[1],
): readonly ParallelRow[] {
  return sentencesUnder(told, passage).map((place) => rows[place]!);
}

function labelOf(page: readonly ParallelRow[], corpus: readonly ParallelRow[]): PairLabel | null {
  if (page.some((row) => corpus.includes(row))) return "yes";
  const isBeside = page.some((one) =>
    corpus.some((other) => one.place === other.place && Math.abs(one.n - other.n) === 1),
  );
  return isBeside ? null : "no";
}
