import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Measure } from "../measure.ts";
import {
  type ParallelLanguage,
  parallelFile,
  parallelLanguages,
  readParallelRows,
} from "../parallelNews.ts";
import { report } from "../report.ts";
import { matchRetold, type RetoldNews, sharesOf } from "../retoldNews.ts";
import { type ToldArticle, tellArticle } from "../toldArticle.ts";

const outlets = 7;
/** All appear on one day: it tells nothing. */
const day = "2019-06-03";

/** EVAL_EVERY leaves out all but every so many articles of the bulk news, for a quick look. */
const every = Number(process.env.EVAL_EVERY ?? 1);

/**
 * Professional translations of the same news: how much of a page in another language is found in a
 * library of the English articles among the bulk news, and where the references lead. Only articles
 * at even places are asked for: the others were fitted to, in German and Russian.
 */
export const crosslingual: Measure = {
  name: "crosslingual",
  goal: Object.fromEntries([
    ...["de", "fr", "es", "ru"].flatMap((language) => [
      [`${language} → en, recall`, 0.9],
      [`${language} → en, right or near`, 0.95],
    ]),
    ["fr → de, recall", 0.85],
  ]),
  baseline: { "de → en, recall": 0.06, "es → en, recall": 0.16, "ru → en, recall": 0 },
  needs: [parallelFile, bulkFile],
  async run(dataFolder) {
    const articles = tellAll(dataFolder);
    const others = readBulkRows(dataFolder)
      .filter((_, i) => i % every === 0)
      .map((row) => readArticle(bulkArticle(row)));
    const figures: Record<string, number | string> = {};
    for (const [page, library] of pairsOfLanguages) {
      const among: readonly ArticleReading[] = library === "en" ? others : [];
      const found = await matchRetold(articles[page], articles[library], among, isAsked);
      addFigures(figures, `${page} → ${library}`, found);
      report(`crosslingual-${page}-${library}.txt`, linesOf(found));
    }
    return figures;
  },
};

const pairsOfLanguages: readonly (readonly [ParallelLanguage, ParallelLanguage])[] = [
  ["de", "en"],
  ["fr", "en"],
  ["es", "en"],
  ["ru", "en"],
  ["fr", "de"],
];

function isAsked(place: number): boolean {
  return place % 2 === 0;
}

/** The articles in each language, in the order of the data. */
export function tellAll(dataFolder: string): Readonly<Record<ParallelLanguage, ToldArticle[]>> {
  const rows = readParallelRows(dataFolder);
  const places = [...new Set(rows.map(({ place }) => place))];
  const inLanguage = (language: ParallelLanguage) =>
    places.map((place) =>
      tellArticle({
        id: `parallel-${place}-${language}`,
        outlet: `${language} outlet ${place % outlets}`,
        day,
        language,
        sentences: rows.filter((row) => row.place === place).map(({ texts }) => texts[language]),
      }),
    );
  return Object.fromEntries(
    parallelLanguages.map((language) => [language, inLanguage(language)]),
  ) as Record<ParallelLanguage, ToldArticle[]>;
}

function addFigures(
  figures: Record<string, number | string>,
  name: string,
  found: RetoldNews,
): void {
  const { recall, right, near, other, count, bestRight } = sharesOf(found);
  figures[`${name}, recall`] = recall;
  figures[`${name}, right or near`] = right + near;
  figures[`${name}, right, near, other`] =
    `${right.toFixed(3)} ${near.toFixed(3)} ${other.toFixed(3)} of ${count}`;
  figures[`${name}, best is right`] = bestRight;
}

function linesOf({ rows, references }: RetoldNews): string[] {
  return [
    ...rows.filter(({ isFound }) => !isFound).map(({ page, text }) => `missed ${page} ${text}`),
    ...references
      .filter(({ place }) => place !== "right")
      .map(
        ({ page, text, reference, place }) =>
          `${place} ${page} ${reference.score.toFixed(2)} ${reference.article.id}\n  ${text}\n  ${reference.passage.text}`,
      ),
  ];
}
