import type { Library } from "../library/library.ts";
import type { ArticleHead } from "../library/rowReader.ts";
import type { Article } from "../model/index.ts";
import type { LibraryMemory } from "./libraryMemory.ts";
import type { WordWeights } from "./wordWeights.ts";

/** How likely two articles tell of the same events. */
export interface StoryTie {
  /** Cosine of their weighted terms, 0..1. */
  readonly likeness: number;
  /** Days between their publication; null if one of them has no date. */
  readonly days: number | null;
}

/** Cosines below this say nothing, and are given as 0 without being worked out. */
const leastLikeness = 0.05;
/** Terms that stand in more of the library than this tell no stories apart. */
const commonShare = 0.1;
const leastCommon = 500;

/**
 * Compares a page, given by the terms of its passages, with articles of the library. The page's
 * terms are looked up once, in the index; an article's own terms are read only where the terms
 * that it shares leave open that it is alike.
 */
export class StoryTies {
  readonly #library: Library;
  readonly #memory: LibraryMemory;
  readonly #page: Article;
  readonly #norm: number;
  readonly #certainty: number;
  readonly #shared: Float64Array;
  readonly #ties = new Map<number, StoryTie>();

  constructor(
    page: Article,
    termsByPassage: readonly Uint32Array[],
    library: Library,
    memory: LibraryMemory,
  ) {
    const terms = new Set<number>();
    for (const found of termsByPassage) for (const term of found) terms.add(term);
    // On a page of one sentence, what it shares is the sentence's own evidence and no other's.
    this.#certainty = termsByPassage.length / (termsByPassage.length + 1);
    this.#library = library;
    this.#memory = memory;
    this.#page = page;
    this.#norm = squares(terms, memory.weights);
    this.#shared = sharedSquares(terms, library, memory.weights);
  }

  /** The tie to an article, worked out once. */
  of(article: number): StoryTie {
    const known = this.#ties.get(article);
    if (known) return known;
    const tie = {
      likeness: this.#likeness(article),
      days: daysBetween(this.#page, this.#library.articleHead(article)),
    };
    this.#ties.set(article, tie);
    return tie;
  }

  /** The article's norm is at least that of what is shared: a bound that settles many articles. */
  #likeness(article: number): number {
    const shared = this.#shared[article] ?? 0;
    if (Math.sqrt(shared / Math.max(1, this.#norm)) < leastLikeness) return 0;
    const cosine = shared / Math.sqrt(this.#norm * this.#memory.squaresOf(article));
    const likeness = cosine * this.#certainty;
    return likeness < leastLikeness ? 0 : Math.min(1, likeness);
  }
}

/** For each article the sum of squared weights of the terms that it shares with the page. */
function sharedSquares(
  terms: ReadonlySet<number>,
  library: Library,
  weights: WordWeights,
): Float64Array {
  const sums = new Float64Array(library.articleEnd);
  const lastTerm = new Int32Array(library.articleEnd).fill(-1);
  const limit = Math.max(leastCommon, library.passageCount * commonShare);
  let number = 0;
  for (const term of terms) {
    const square = weights.of(term) ** 2;
    const own = number++;
    if (library.documentFrequency(term) > limit) continue;
    library.visitPassages("terms", term, limit, (passage) => {
      const article = library.articleOf(passage);
      if (lastTerm[article] === own) return;
      lastTerm[article] = own;
      sums[article]! += square;
    });
  }
  return sums;
}

function squares(terms: ReadonlySet<number>, weights: WordWeights): number {
  let sum = 0;
  for (const term of terms) sum += weights.of(term) ** 2;
  return sum;
}

const dayMs = 86_400_000;

function daysBetween(a: ArticleHead, b: ArticleHead): number | null {
  const one = dayOf(a);
  const other = dayOf(b);
  return one === null || other === null ? null : Math.abs(one - other) / dayMs;
}

function dayOf({ published }: ArticleHead): number | null {
  if (published === null || published.precision === "year") return null;
  const time = Date.parse(published.value.slice(0, 10));
  return Number.isNaN(time) ? null : time;
}
