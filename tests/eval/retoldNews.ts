import type { ArticleReading, Reference } from "../../src/engine/model/index.ts";
import { matchWith, openLibrary } from "./openLibrary.ts";
import { sentencesUnder, type ToldArticle } from "./toldArticle.ts";

/** Whether a reference goes to the sentence that the page retells, to another of its article, or elsewhere. */
export type Place = "right" | "near" | "other";

/** What came of a sentence of a page that was retold from an article of the library. */
export interface RetoldRow {
  readonly page: string;
  readonly place: number;
  readonly text: string;
  /** Whether any reference of a match that holds it is right. */
  readonly isFound: boolean;
}

export interface RetoldReference {
  readonly page: string;
  readonly text: string;
  readonly reference: Reference;
  readonly isBest: boolean;
  readonly place: Place;
}

export interface RetoldNews {
  readonly rows: readonly RetoldRow[];
  readonly references: readonly RetoldReference[];
}

/**
 * Matches pages with a library that holds the articles that they retell, sentence by sentence, and
 * others. `pages` and `articles` are the same in the same order; only `asked` of them are matched.
 */
export async function matchRetold(
  pages: readonly ToldArticle[],
  articles: readonly ToldArticle[],
  others: readonly ArticleReading[],
  asked: (place: number) => boolean,
): Promise<RetoldNews> {
  const readings = [...articles.map(({ reading }) => reading), ...others];
  const library = await openLibrary(readings);
  const rows: RetoldRow[] = [];
  const references: RetoldReference[] = [];
  for (const [at, page] of pages.entries()) {
    if (!asked(at)) continue;
    const { matches } = await matchWith(page.reading, library);
    const found = new Set<number>();
    const source = articles[at]!;
    for (const match of matches) {
      const told = sentencesUnder(page, match);
      match.references.forEach((reference, i) => {
        const place = placeOf(reference, source, told);
        if (place === "right") for (const one of told) found.add(one);
        references.push({
          page: page.reading.article.id,
          text: match.exact,
          reference,
          isBest: i === 0,
          place,
        });
      });
    }
    page.spans.forEach((_, place) => {
      const { title, body } = page.reading.article;
      const span = page.spans[place]!;
      const text = (span.in === "title" ? title : body).slice(span.start, span.end);
      rows.push({ page: page.reading.article.id, place, text, isFound: found.has(place) });
    });
  }
  return { rows, references };
}

function placeOf(reference: Reference, source: ToldArticle, told: readonly number[]): Place {
  const { article } = source.reading;
  if (reference.article.id !== article.id) return "other";
  const passage = source.reading.passages.find(({ text }) => text === reference.passage.text);
  const own = passage ? sentencesUnder(source, passage) : [];
  // The same sentence, or of a headline the first sentence and the other way round.
  return own.some((place) => told.includes(place)) ? "right" : "near";
}

/** Shares that tables print: of rows found, and of the references right, near and elsewhere. */
export function sharesOf({ rows, references }: RetoldNews) {
  const share = (place: Place) =>
    references.filter((one) => one.place === place).length / Math.max(1, references.length);
  const best = references.filter(({ isBest }) => isBest);
  const bestRight = best.filter(({ place }) => place === "right").length;
  return {
    recall: rows.filter(({ isFound }) => isFound).length / Math.max(1, rows.length),
    right: share("right"),
    near: share("near"),
    other: share("other"),
    count: references.length,
    bestRight: bestRight / Math.max(1, best.length),
  };
}
