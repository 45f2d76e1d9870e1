import { fingerprintsOf } from "../library/fingerprints.ts";
import type { Library } from "../library/library.ts";
import type { ReadPassage } from "../model/index.ts";
import type { LibraryMemory, WeighedTerms } from "./libraryMemory.ts";
import type { StoryTies } from "./story.ts";
import { shareLeft, type TermRarity } from "./termRarity.ts";

/** The page's passages that can be matched, with their terms. */
export interface SearchedPage {
  readonly passages: readonly ReadPassage[];
  readonly termsByPassage: readonly Uint32Array[];
  /** Rarity of terms among them. */
  readonly rarity: TermRarity;
}

/** 2 % of N found .98 of what exact search finds at a 40th of the time; a fixed budget loses as N grows. */
const budgetShare = 0.02;
const leastBudget = 4000;
const mostRescored = 64;
/** Of these, weighed anew by what tells passages of one article apart. */
const mostTold = 16;
const mostAligned = 8;
/** Articles of the same story whose every passage is a candidate, and how alike they must be. */
const mostStories = 6;
const storyLikeness = 0.1;
/** What a tie of story adds to the likeness of two passages, 0..1 both. */
const storyShare = 0.5;
/** Less in common than this was never a match, whatever stood around it. */
const leastCosine = 0.08;
/** Two shared fingerprints outweigh any sharing of single terms. */
const fingerprintBits = 30;

/**
 * Finds, for each passage of a page, the few passages of the library worth aligning, best first.
 *
 * Three sources, then two rescorings: the rarest terms first, until a share of the library has
 * been read; fingerprints, of which two must agree; and the passages of articles that tell the
 * same story, which need share little with the page's words. Cost a passage: the budget, then
 * the terms of `mostRescored` passages and of the same stories.
 */
export function findCandidates(
  page: SearchedPage,
  library: Library,
  memory: LibraryMemory,
  ties: StoryTies,
  isExcluded: (article: number) => boolean,
): readonly (readonly number[])[] {
  const search = new Search(library, memory);
  const near = page.passages.map((passage, i) => {
    const terms = page.termsByPassage[i]!;
    const prints = fingerprintsOf(passage.text);
    const found = search.nearest(terms, prints, mostRescored, isExcluded);
    return search.byCosine(terms, found).slice(0, mostTold);
  });
  const stories = sameStories(near, library, ties).filter((article) => !isExcluded(article));
  const ofStories = stories.flatMap((article) => {
    const { first, count } = library.passagesOf(article);
    return Array.from({ length: count }, (_, i) => first + i);
  });
  return near.map((found, i) => {
    const wanted = new Set([...found, ...ofStories]);
    const told = search.byTelling(page.termsByPassage[i]!, wanted, ties, page.rarity);
    return told.slice(0, mostAligned);
  });
}

/** The articles most often met that are tied to the page by story. */
function sameStories(
  found: readonly (readonly number[])[],
  library: Library,
  ties: StoryTies,
): readonly number[] {
  const times = new Map<number, number>();
  for (const passages of found) {
    for (const article of new Set(
      passages.slice(0, mostAligned).map((p) => library.articleOf(p)),
    )) {
      times.set(article, (times.get(article) ?? 0) + 1);
    }
  }
  return [...times]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostStories * 4)
    .map(([article]) => ({ article, likeness: ties.of(article).likeness }))
    .filter(({ likeness }) => likeness >= storyLikeness)
    .sort((a, b) => b.likeness - a.likeness || a.article - b.article)
    .slice(0, mostStories)
    .map(({ article }) => article);
}

const bucketCount = 2048;
const bucketsPerBit = 8;

function bucketOf(score: number): number {
  return Math.min(bucketCount - 1, Math.floor(score * bucketsPerBit));
}

/** Scores by passage in one array for the whole library, cleared by what was touched. */
class Search {
  readonly #library: Library;
  readonly #memory: LibraryMemory;
  readonly #scores: Float32Array;
  readonly #touched: number[] = [];

  constructor(library: Library, memory: LibraryMemory) {
    this.#library = library;
    this.#memory = memory;
    this.#scores = new Float32Array(library.passageEnd);
  }

  /** The passages with the highest sum of weights of shared terms, within the budget. */
  nearest(
    terms: Uint32Array,
    prints: Uint32Array,
    count: number,
    isExcluded: (article: number) => boolean,
  ): readonly number[] {
    this.#addPrints(prints);
    let budget = Math.max(leastBudget, Math.ceil(this.#library.passageCount * budgetShare));
    for (const { term, times } of this.#rarestFirst(terms)) {
      if (times > budget) break;
      this.#add("terms", term, this.#memory.weights.of(term));
      budget -= times;
    }
    const best = this.#best(count, isExcluded);
    for (const passage of this.#touched) this.#scores[passage] = 0;
    this.#touched.length = 0;
    return best;
  }

  /** The touched passages with the highest scores; a histogram spares sorting the others. */
  #best(count: number, isExcluded: (article: number) => boolean): readonly number[] {
    const buckets = new Int32Array(bucketCount);
    for (const passage of this.#touched) buckets[bucketOf(this.#scores[passage]!)]!++;
    let least = bucketCount - 1;
    // Twice as many, as some may be excluded.
    for (let sum = buckets[least]!; least > 0 && sum < count * 2; sum += buckets[least]!) least--;
    return this.#touched
      .filter((passage) => bucketOf(this.#scores[passage]!) >= least)
      .filter((passage) => !isExcluded(this.#library.articleOf(passage)))
      .sort((a, b) => this.#scores[b]! - this.#scores[a]! || this.#inOrder(a, b))
      .slice(0, count);
  }

  /** The same passages by cosine over all terms. */
  byCosine(terms: Uint32Array, passages: readonly number[]): readonly number[] {
    const own = new Map<number, number>();
    for (const term of terms) own.set(term, this.#memory.weights.of(term));
    const ownSum = sumOf(own);
    const scored = passages.map((passage) => ({
      passage,
      score: cosineOf(own, ownSum, this.#memory.weighed(passage)),
    }));
    return this.#bestFirst(scored);
  }

  /** The same passages by what they share that tells, raised by the tie of their article to the page. */
  byTelling(
    terms: Uint32Array,
    passages: Iterable<number>,
    ties: StoryTies,
    rarity: TermRarity,
  ): readonly number[] {
    const own = new Map<number, number>();
    for (const term of terms) {
      own.set(term, this.#memory.weights.of(term) * shareLeft(rarity, term));
    }
    const ownSum = sumOf(own);
    const scored: ScoredPassage[] = [];
    for (const passage of passages) {
      const cosine = cosineOf(own, ownSum, this.#memory.told(passage));
      if (cosine < leastCosine) continue;
      const { likeness } = ties.of(this.#library.articleOf(passage));
      scored.push({ passage, score: cosine + storyShare * likeness });
    }
    return this.#bestFirst(scored);
  }

  #bestFirst(scored: ScoredPassage[]): readonly number[] {
    return scored
      .sort((a, b) => b.score - a.score || this.#inOrder(a.passage, b.passage))
      .map(({ passage }) => passage);
  }

  #rarestFirst(terms: Uint32Array): readonly { term: number; times: number }[] {
    return Array.from(terms, (term) => ({
      term,
      times: this.#library.documentFrequency(term),
    }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => a.times - b.times || a.term - b.term);
  }

  /** One fingerprint in common is met by chance; the second one counts, and the only one of a short text. */
  #addPrints(prints: Uint32Array): void {
    const hits = new Map<number, number>();
    for (const print of prints) {
      this.#library.visitPassages("prints", print, leastBudget, (passage) => {
        hits.set(passage, (hits.get(passage) ?? 0) + 1);
      });
    }
    for (const [passage, times] of hits) {
      if (times > 1 || prints.length <= 2) this.#raise(passage, fingerprintBits);
    }
  }

  #add(tier: "terms" | "prints", hash: number, weight: number): void {
    const limit = this.#library.passageEnd;
    this.#library.visitPassages(tier, hash, limit, (passage) => this.#raise(passage, weight));
  }

  /** Equals in an order that does not depend on how the library was put together. */
  #inOrder(a: number, b: number): number {
    return this.#library.orderKey(a) - this.#library.orderKey(b) || a - b;
  }

  #raise(passage: number, weight: number): void {
    if (this.#scores[passage] === 0) this.#touched.push(passage);
    this.#scores[passage]! += weight;
  }
}

interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

function sumOf(weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

function cosineOf(own: ReadonlyMap<number, number>, ownSum: number, theirs: WeighedTerms): number {
  let shared = 0;
  for (let i = 0; i < theirs.terms.length; i++) {
    const weight = own.get(theirs.terms[i]!);
    if (weight !== undefined) shared += Math.min(weight, theirs.weights[i]!);
  }
  return shared / Math.sqrt(Math.max(1, ownSum * theirs.sum));
}
