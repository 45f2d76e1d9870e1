import type { Library } from "../library/library.ts";
import type { Article } from "../model/index.ts";
import type { WordWeights } from "./wordWeights.ts";

/** How likely two articles tell of the same events. */
export interface StoryTie {
  /** Cosine of their weighted terms, 0..1. */
  readonly likeness: number;
  /** Days between their publication; null if one of them has no date. */
  readonly days: number | null;
}

/** Compares a page, given by the terms of its passages, with articles of the library. */
export class StoryTies {
  readonly #library: Library;
  readonly #weights: WordWeights;
  readonly #page: Article;
  readonly #terms: ReadonlySet<number>;
  readonly #norm: number;
  readonly #ties = new Map<number, StoryTie>();

  constructor(page: Article, terms: ReadonlySet<number>, library: Library, weights: WordWeights) {
    this.#library = library;
    this.#weights = weights;
    this.#page = page;
    this.#terms = terms;
    this.#norm = squares(terms, weights);
  }

  /** The tie to an article, worked out once. */
  of(article: number): StoryTie {
    const known = this.#ties.get(article);
    if (known) return known;
    const tie = this.#compare(article);
    this.#ties.set(article, tie);
    return tie;
  }

  #compare(article: number): StoryTie {
    const terms = new Set<number>();
    const { first, count } = this.#library.passagesOf(article);
    for (let passage = first; passage < first + count; passage++) {
      for (const term of this.#library.termsOf(passage)) terms.add(term);
    }
    let shared = 0;
    for (const term of terms) if (this.#terms.has(term)) shared += this.#weights.of(term) ** 2;
    const norm = Math.sqrt(this.#norm * squares(terms, this.#weights));
    return {
      likeness: norm > 0 ? shared / norm : 0,
      days: daysBetween(this.#page, this.#library.article(article)),
    };
  }
}

function squares(terms: ReadonlySet<number>, weights: WordWeights): number {
  let sum = 0;
  for (const term of terms) sum += weights.of(term) ** 2;
  return sum;
}

const dayMs = 86_400_000;

function daysBetween(a: Article, b: Article): number | null {
  const one = dayOf(a);
  const other = dayOf(b);
  return one === null || other === null ? null : Math.abs(one - other) / dayMs;
}

function dayOf({ published }: Article): number | null {
  if (published === null || published.precision === "year") return null;
  const time = Date.parse(published.value.slice(0, 10));
  return Number.isNaN(time) ? null : time;
}
