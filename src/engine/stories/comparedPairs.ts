/**
 * Finds the passages of a story's articles that say the same. Each article is matched as a page
 * against the others, with the weights of the whole library. Passages with the same words are
 * paired too, whatever the matcher leaves out. One step an article.
 */
import type { Library } from "../library/library.ts";
import type { Steps } from "../library/steps.ts";
import { isMatchable } from "../match/comparePage.ts";
import { matchPage } from "../match/matcher.ts";
import {
  type ArticleId,
  type ArticleReading,
  leastDoubtful,
  type PageMatch,
  type ReadPassage,
  type VersionComparison,
} from "../model/index.ts";
import { withoutPrintedElsewhere } from "./printedElsewhere.ts";

/** An article of a story, as it is compared. */
export interface StoryReading {
  readonly reading: ArticleReading;
  /** Its number in the library; null for a page that is not in it. */
  readonly number: number | null;
}

/** A passage of a story. */
export interface PlacedPassage {
  /** Index of its article among those compared. */
  readonly article: number;
  /** Its index in the article. */
  readonly ordinal: number;
  readonly passage: ReadPassage;
}

/** Two passages of different articles that say the same, or nearly. */
export interface ComparedPassages extends Omit<VersionComparison, "with"> {
  /** In differences and agreements, the page is `a`. */
  readonly a: PlacedPassage;
  readonly b: PlacedPassage;
}

/** The pairs of passages in a story. */
export interface StoryPairs {
  readonly pairs: readonly ComparedPassages[];
  /** Articles that are mostly another's text, by the indices of both. */
  readonly copies: readonly { readonly article: number; readonly of: number }[];
}

/** A shorter text is a phrase that anybody prints. */
const fewestChars = 40;

/** Pairs of all that may say the same, doubtful ones too. */
export function* comparedPairs(
  articles: readonly StoryReading[],
  library: Library,
): Steps<StoryPairs> {
  const among = new Set(articles.flatMap(({ number }) => number ?? []));
  const readings = articles.map(({ reading }) => reading);
  const articleOf = new Map(readings.map(({ article }, i): [ArticleId, number] => [article.id, i]));
  const pairs: ComparedPassages[] = [...pairsOfSameWords(readings)];
  const copies: { article: number; of: number }[] = [];
  for (const [own, reading] of readings.entries()) {
    yield;
    const report = matchPage(reading, library, { minScore: leastDoubtful, among });
    const copied = report.copyOf === null ? undefined : articleOf.get(report.copyOf.article);
    if (copied !== undefined) copies.push({ article: own, of: copied });
    for (const match of report.matches) pairs.push(...pairsOf(match, own, readings, articleOf));
  }
  return { pairs, copies };
}

function pairsOf(
  match: PageMatch,
  own: number,
  readings: readonly ArticleReading[],
  articleOf: ReadonlyMap<ArticleId, number>,
): readonly ComparedPassages[] {
  const ordinal = readings[own]!.passages.findIndex(
    ({ in: part, start, end }) => part === match.in && start === match.start && end === match.end,
  );
  const a = placed(own, ordinal, readings);
  if (a === null) return [];
  return match.references.flatMap(({ article, passage, ...reference }): ComparedPassages[] => {
    const other = articleOf.get(article.id);
    const at = Number(passage.id.slice(passage.id.lastIndexOf(":") + 1));
    const b = other === undefined ? null : placed(other, at, readings);
    if (b === null) return [];
    const { relation, score, agreements } = reference;
    const [page, corpus] = [readings[own]!, readings[b.article]!];
    const differences = withoutPrintedElsewhere(reference.differences, page, corpus);
    return [{ a, b, relation, score, differences, ...(agreements ? { agreements } : {}) }];
  });
}

function placed(
  article: number,
  ordinal: number,
  readings: readonly ArticleReading[],
): PlacedPassage | null {
  const passage = readings[article]?.passages[ordinal];
  return passage === undefined ? null : { article, ordinal, passage };
}

/** Each passage with the first of an earlier article that has the same words. */
function* pairsOfSameWords(readings: readonly ArticleReading[]): Iterable<ComparedPassages> {
  const firsts = new Map<string, PlacedPassage>();
  for (const [article, { passages }] of readings.entries()) {
    for (const [ordinal, passage] of passages.entries()) {
      if (passage.text.length < fewestChars || !isMatchable(passage)) continue;
      const b: PlacedPassage = { article, ordinal, passage };
      const a = firsts.get(passage.text);
      if (a === undefined) firsts.set(passage.text, b);
      else if (a.article !== article) {
        yield { a, b, relation: "verbatim", score: 1, differences: [] };
      }
    }
  }
}
