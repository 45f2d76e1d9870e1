import { dayTold, parseDay } from "../../facts/calendar.ts";
import type { Article, DateMention, PublicationDate } from "../../model/index.ts";
import type { PageTerms } from "../candidates/pageTerms.ts";
import type { LibraryMemory } from "../libraryMemory.ts";

/** How likely two articles tell of the same events. */
export interface StoryTie {
  /** Cosine of their weighted terms, 0..1. */
  readonly likeness: number;
  /** Days between their publication; null if one of them has no date. */
  readonly days: number | null;
}

/** A page's tie to an article of the library. */
export interface ArticleTie extends StoryTie {
  /** The day of the article, as days since 1970-01-01; null if it has no date. */
  readonly day: number | null;
}

/** The tie of a passage that tells of these days, to which an article printed on one of them is near. */
export function tieOfDays(tie: ArticleTie, told: readonly number[]): StoryTie {
  const { day, days } = tie;
  if (day === null || told.length === 0) return tie;
  const apart = Math.min(
    days ?? Number.POSITIVE_INFINITY,
    ...told.map((one) => Math.abs(one - day)),
  );
  return apart === days ? tie : { ...tie, days: apart };
}

/** The days that a passage names; a month counts as its middle. */
export function daysToldIn(dates: readonly DateMention[]): readonly number[] {
  return dates.flatMap((date) => dayTold(date) ?? []);
}

/** Cosines below this say nothing, and are given as 0. */
const leastLikeness = 0.05;
/** Terms that stand in more of the library than this tell no stories apart. */
const commonShare = 0.1;
const leastCommon = 500;

/**
 * Compares a page with articles of the library by the terms of both. Cost for each article that is
 * asked for: one pass over its terms; the answer is kept.
 */
export class StoryTies {
  readonly #day: number | null;
  readonly #memory: LibraryMemory;
  readonly #norm: number;
  readonly #certainty: number;
  /** By article; -1 where not worked out yet. */
  readonly #likeness: Float32Array;
  readonly #ties = new Map<number, ArticleTie>();
  /** For each part, by dictionary place, the squared weight of a term of the page; 0 for common ones. */
  readonly #squaresAt: readonly Float64Array[];

  constructor(page: Article, terms: PageTerms, memory: LibraryMemory) {
    const { passageCount } = memory.library;
    const mostTimes = Math.max(leastCommon, passageCount * commonShare);
    const squares = Float64Array.from(terms.weights, (weight) => weight ** 2);
    this.#day = dayOf(page.published);
    this.#memory = memory;
    this.#norm = squares.reduce((sum, square) => sum + square, 0);
    // On a page of one sentence, what it shares is the sentence's own evidence and no other's.
    this.#certainty = terms.ofPassage.length / (terms.ofPassage.length + 1);
    const telling = squares.map((square, term) => (terms.times[term]! > mostTimes ? 0 : square));
    this.#squaresAt = terms.placeOf.map((places, part) => {
      const at = new Float64Array(memory.parts[part]!.part.segment.terms.size);
      places.forEach((place, term) => {
        if (place >= 0) at[place] = telling[term]!;
      });
      return at;
    });
    this.#likeness = new Float32Array(memory.library.articleEnd).fill(-1);
  }

  /** Returns how an article of the library is tied to the page; computed once for each. */
  of(article: number): ArticleTie {
    let tie = this.#ties.get(article);
    if (!tie) {
      const day = dayOf(this.#memory.library.publicationOf(article));
      const own = this.#day;
      const days = own === null || day === null ? null : Math.abs(own - day);
      tie = { likeness: this.likenessOf(article), days, day };
      this.#ties.set(article, tie);
    }
    return tie;
  }

  /** Cosine of the weighted terms, 0..1. */
  likenessOf(article: number): number {
    if (this.#likeness[article]! < 0) {
      const likeness = this.#cosine(article) * this.#certainty;
      this.#likeness[article] = likeness < leastLikeness ? 0 : Math.min(1, likeness);
    }
    return this.#likeness[article] ?? 0;
  }

  #cosine(article: number): number {
    const place = this.#memory.partOfArticle(article);
    const memory = this.#memory.parts[place]!;
    const squaresAt = this.#squaresAt[place]!;
    const local = article - memory.part.firstArticle;
    const shared = memory.sumOverTerms(local, squaresAt);
    // The article's norm is at least that of what is shared.
    if (Math.sqrt(shared / Math.max(1, this.#norm)) < leastLikeness) return 0;
    const most = shared ** 2 / (this.#norm * leastLikeness ** 2);
    return shared / Math.sqrt(this.#norm * memory.squaresOf(local, most));
  }
}

function dayOf(published: PublicationDate | null): number | null {
  if (published === null || published.precision === "year") return null;
  return parseDay(published.value) ?? parseDay(`${published.value}-01`);
}
