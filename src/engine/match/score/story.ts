import { approximateDay, parseDay } from "../../facts/dates/calendar.ts";
import type { Article, DateMention, PublicationDate } from "../../model/index.ts";
import type { PageTerms } from "../candidates/pageTerms.ts";
import type { LibraryMemory } from "../libraryMemory.ts";

/** How likely it is that two articles describe the same events. */
export interface StoryTie {
  /** Cosine of their weighted terms, 0..1. */
  readonly likeness: number;
  /** Days between their publication dates; null if one has no date. */
  readonly days: number | null;
}

/** The relation of a page to an article of the library. */
export interface ArticleTie extends StoryTie {
  /** The day of the article, as days since 1970-01-01; null if it has no date. */
  readonly day: number | null;
}

/**
 * Returns the relation for a passage that mentions these days: an article printed on one of them
 * counts as near in time.
 */
export function tieOfDays(tie: ArticleTie, told: readonly number[]): StoryTie {
  const { day, days } = tie;
  if (day === null || told.length === 0) return tie;
  const apart = Math.min(
    days ?? Number.POSITIVE_INFINITY,
    ...told.map((one) => Math.abs(one - day)),
  );
  return apart === days ? tie : { ...tie, days: apart };
}

/** Returns the days that a passage mentions; a month counts as its middle. */
export function daysToldIn(dates: readonly DateMention[]): readonly number[] {
  return dates.flatMap((date) => approximateDay(date) ?? []);
}

/** The least cosine; a lower one is returned as 0. */
const leastLikeness = 0.05;
/** Terms in more than this share of the library do not distinguish stories. */
const commonShare = 0.1;
const leastCommon = 500;

/**
 * Compares a page with articles of the library by the terms of both. Cost for each article: one
 * pass over its terms, once; the result is kept.
 */
export class StoryTies {
  readonly #day: number | null;
  readonly #memory: LibraryMemory;
  readonly #norm: number;
  readonly #certainty: number;
  /** By article; -1 if not computed yet. */
  readonly #likeness: Float32Array;
  readonly #ties = new Map<number, ArticleTie>();
  /**
   * For each part, by dictionary index, the squared weight of a term of the page; 0 for common
   * ones.
   */
  readonly #squaresAt: readonly Float64Array[];

  constructor(page: Article, terms: PageTerms, memory: LibraryMemory) {
    const { passageCount } = memory.library;
    const mostTimes = Math.max(leastCommon, passageCount * commonShare);
    const squares = Float64Array.from(terms.weights, (weight) => weight ** 2);
    this.#day = dayOf(page.published);
    this.#memory = memory;
    this.#norm = squares.reduce((sum, square) => sum + square, 0);
    // On a page of one sentence, what it shares is that sentence's own evidence and supports no
    // other.
    this.#certainty = terms.ofPassage.length / (terms.ofPassage.length + 1);
    const telling = squares.map((square, term) => (terms.times[term]! > mostTimes ? 0 : square));
    this.#squaresAt = terms.dictionaryIndices.map((places, part) => {
      const at = new Float64Array(memory.parts[part]!.part.segment.terms.size);
      places.forEach((place, term) => {
        if (place >= 0) at[place] = telling[term]!;
      });
      return at;
    });
    this.#likeness = new Float32Array(memory.library.articleEnd).fill(-1);
  }

  /** Returns the relation of a library article to the page; computed once for each. */
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

  /** Cosine of their weighted terms, 0..1. */
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
    // The article's norm is at least that of the shared terms.
    if (Math.sqrt(shared / Math.max(1, this.#norm)) < leastLikeness) return 0;
    const most = shared ** 2 / (this.#norm * leastLikeness ** 2);
    return shared / Math.sqrt(this.#norm * memory.squaresOf(local, most));
  }
}

function dayOf(published: PublicationDate | null): number | null {
  if (published === null || published.precision === "year") return null;
  return parseDay(published.value) ?? parseDay(`${published.value}-01`);
}
