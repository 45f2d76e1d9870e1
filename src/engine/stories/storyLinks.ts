import { parseDay } from "../facts/dates/calendar.ts";
import type { Steps } from "../library/steps.ts";
import type { ArticleId, PublicationDate } from "../model/index.ts";
import type { ArticleTerms } from "./articleTerms.ts";
import type { Link } from "./averageLinks.ts";

/** An article as clustering sees it. */
export interface RankedArticle extends ArticleTerms {
  /** Its number in the library. */
  readonly article: number;
  readonly id: ArticleId;
  /** Days since 1970; null where the day is not known. */
  readonly day: number | null;
}

/**
 * Likeness is halved for every this many days between two articles: far apart, they report
 * different events.
 */
const halvingDays = 6;
const mostDays = 30;
/** The factor for a pair in which an article has no date. */
const undated = 0.45;

/** Pairs that are less alike are not looked at. */
const leastLink = 0.05;

/** Articles in one step: some milliseconds' work. */
const articlesAStep = 500;

/** A term of more articles identifies no story, and would cost the square of their number. */
const mostOfTerm = 250;

/** Returns the day of a publication, as days since 1970; null where no month is known. */
export function dayOf(published: PublicationDate | null): number | null {
  if (published === null || published.precision === "year") return null;
  return parseDay(published.value) ?? parseDay(`${published.value}-01`);
}

const nearnessByDays = Float64Array.from(
  { length: mostDays + 1 },
  (_, days) => 2 ** (-days / halvingDays),
);

/** Returns the factor for the days between two articles: 0..1. */
function nearness(a: number | null, b: number | null): number {
  return a === null || b === null ? undated : (nearnessByDays[Math.abs(a - b)] ?? 0);
}

/**
 * The postings of each term, from `starts[term]` to the next term's start: the articles with it, by
 * rank, ascending, and its weight in each.
 */
export class TermPostings {
  readonly #ranked: readonly RankedArticle[];
  readonly #starts: Uint32Array;
  readonly #ranks: Uint32Array;
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;

  /** @param ranked by day, those without one last */
  constructor(ranked: readonly RankedArticle[], termCount: number) {
    const starts = new Uint32Array(termCount + 1);
    for (const { terms } of ranked) for (const term of terms) starts[term + 1]!++;
    for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
    this.#ranked = ranked;
    this.#starts = starts;
    this.#ranks = new Uint32Array(starts[termCount]!);
    this.#weights = new Float64Array(this.#ranks.length);
    this.#sums = new Float64Array(ranked.length);
    this.#fill();
  }

  #fill(): void {
    const next = this.#starts.slice();
    this.#ranked.forEach(({ terms, weights }, rank) => {
      for (let i = 0; i < terms.length; i++) {
        const at = next[terms[i]!]!++;
        this.#ranks[at] = rank;
        this.#weights[at] = weights[i]!;
      }
    });
  }

  /**
   * Returns the pairs above `leastLink`, each once, the lower rank first. One step: some articles.
   */
  *links(): Steps<readonly Link[]> {
    const links: Link[] = [];
    /** By term: the position after the current article. */
    const next = this.#starts.slice();
    for (const [a, article] of this.#ranked.entries()) {
      for (const term of article.terms) next[term]!++;
      this.#forAlike(article, next, (b, likeness) => {
        if (likeness >= leastLink) links.push({ a, b, likeness });
      });
      if (a % articlesAStep === 0) yield;
    }
    return links;
  }

  /**
   * Compares an article that is not among the ranked ones with them: calls `call` with the rank and
   * the similarity (0..1) of each that shares a term with it.
   */
  forAlike(article: Omit<RankedArticle, "article" | "id">, call: Alike): void {
    this.#forAlike(article, this.#starts, call);
  }

  #forAlike(
    { terms, weights, day }: Omit<RankedArticle, "article" | "id">,
    from: Uint32Array,
    call: Alike,
  ): void {
    const sums = this.#sums;
    const touched: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      const end = this.#starts[term + 1]!;
      if (end - this.#starts[term]! > mostOfTerm) continue;
      for (let at = from[term]!; at < end; at++) {
        const rank = this.#ranks[at]!;
        if (sums[rank] === 0) touched.push(rank);
        sums[rank]! += weights[i]! * this.#weights[at]!;
      }
    }
    for (const rank of touched) {
      const sum = sums[rank]!;
      sums[rank] = 0;
      call(rank, sum * nearness(day, this.#ranked[rank]!.day));
    }
  }
}

type Alike = (rank: number, likeness: number) => void;
