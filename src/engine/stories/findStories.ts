/**
 * Stories: articles that tell the same events. Each article is a vector of its heaviest terms
 * (articleTerms.ts); two are as like as the cosine of these, less the farther apart they were printed;
 * clusters are joined by average link (averageLinks.ts). Articles are ranked by day and id first, so
 * that their order in the library changes nothing; dates count by their distance alone.
 * Cost: for each term, the square of the articles that have it within some weeks, of which there are
 * few: a term of more than `mostOfTerm` is left out. Figures: `npm run bench -- stories`.
 */
import { parseDay } from "../facts/calendar.ts";
import type { Library } from "../library/library.ts";
import type { ArticleId, PublicationDate } from "../model/index.ts";
import { ArticleTermReader, type ArticleTerms, numberTerms } from "./articleTerms.ts";
import { clusterByAverageLink, type Link } from "./averageLinks.ts";

/** Articles that tell the same events, by their numbers in the library, the earliest first. */
export interface FoundStory {
  readonly articles: readonly number[];
}

/** An article as clustering sees it. */
interface Ranked extends ArticleTerms {
  readonly article: number;
  readonly id: ArticleId;
  /** Days since 1970; null where the day is not known. */
  readonly day: number | null;
}

/** Likeness is halved for each of so many days between two articles; farther apart, they tell of two events. */
const halvingDays = 6;
const mostDays = 30;
/** What an article without a date is worth beside another. */
const undated = 0.45;

/** Pairs that are less alike are not looked at. */
const leastLink = 0.05;
/** Two clusters become one story from this mean likeness on. */
const leastMean = 0.13;

/** A term of more articles tells no story, and its square would be the cost. */
const mostOfTerm = 250;
/** More articles are a subject, which no page shows. */
const mostArticles = 60;

/** All stories of a library with two articles or more. */
export function findStories(library: Library): readonly FoundStory[] {
  const { ranked, termCount } = rankedArticles(library);
  const links = linksAmong(ranked, holdersOfTerms(ranked, termCount));
  return clusterByAverageLink(links, leastMean, mostArticles).map((ranks) => ({
    articles: ranks.map((rank) => ranked[rank]!.article),
  }));
}

/** The articles that are not deleted, each id once, by day and id; those without a day last. */
function rankedArticles(library: Library) {
  const numbers = numberTerms(library);
  const reader = new ArticleTermReader(numbers);
  const byId = new Map<ArticleId, Ranked>();
  library.parts.forEach((part, at) => {
    const { segment, firstArticle } = part;
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      const id = segment.rows.articleId(local);
      if (byId.has(id)) continue;
      const day = dayOf(segment.rows.publicationOf(local));
      byId.set(id, { id, day, article: firstArticle + local, ...reader.read(part, at, local) });
    }
  });
  const ranked = [...byId.values()].sort(
    (a, b) => placeOf(a.day) - placeOf(b.day) || (a.id < b.id ? -1 : 1),
  );
  return { ranked, termCount: numbers.count };
}

function placeOf(day: number | null): number {
  return day ?? Number.MAX_SAFE_INTEGER;
}

/** By term, the ranks of the articles that have it, ascending, in two arrays: from `starts[term]` on. */
interface Holders {
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  readonly weights: Float64Array;
}

function holdersOfTerms(ranked: readonly Ranked[], termCount: number): Holders {
  const starts = new Uint32Array(termCount + 1);
  for (const { terms } of ranked) for (const term of terms) starts[term + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const ranks = new Uint32Array(starts[termCount]!);
  const weights = new Float64Array(ranks.length);
  ranked.forEach((article, rank) => {
    for (let i = 0; i < article.terms.length; i++) {
      const at = next[article.terms[i]!]!++;
      ranks[at] = rank;
      weights[at] = article.weights[i]!;
    }
  });
  return { starts, ranks, weights };
}

/** All pairs that are alike, each once, the lower rank first. */
function linksAmong(ranked: readonly Ranked[], holders: Holders): readonly Link[] {
  const links: Link[] = [];
  const sums = new Float64Array(ranked.length);
  /** By term, behind the place of the article that is at hand. */
  const next = holders.starts.slice();
  const nearness = Float64Array.from(
    { length: mostDays + 1 },
    (_, days) => 2 ** (-days / halvingDays),
  );
  ranked.forEach(({ terms, weights, day }, a) => {
    const firstUndated = day === null ? 0 : day + mostDays;
    const touched: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      const from = ++next[term]!;
      const end = holders.starts[term + 1]!;
      if (end - holders.starts[term]! > mostOfTerm) continue;
      for (let at = from; at < end; at++) {
        const b = holders.ranks[at]!;
        const other = ranked[b]!.day;
        if (other !== null && other > firstUndated) continue;
        if (sums[b] === 0) touched.push(b);
        sums[b]! += weights[i]! * holders.weights[at]!;
      }
    }
    for (const b of touched) {
      const other = ranked[b]!.day;
      const near = day === null || other === null ? undated : nearness[other - day]!;
      const likeness = sums[b]! * near;
      sums[b] = 0;
      if (likeness >= leastLink) links.push({ a, b, likeness });
    }
  });
  return links;
}

function dayOf(published: PublicationDate | null): number | null {
  if (published === null || published.precision === "year") return null;
  return parseDay(published.value) ?? parseDay(`${published.value}-01`);
}
