import { fingerprintsOf } from "../library/fingerprints.ts";
import type { Library } from "../library/library.ts";
import { termsOfPassage } from "../library/terms.ts";
import type { ReadPassage } from "../model/index.ts";
import type { StoryTies } from "./story.ts";
import { shareLeft, type TermRarity } from "./termRarity.ts";
import type { WordWeights } from "./wordWeights.ts";

/**
 * Finds, for each passage of a page, the few passages of the library worth aligning.
 *
 * Three sources, then one rescoring over all terms: the rarest terms first, until a share of the
 * library has been read; fingerprints, of which two must agree; and the passages of articles that
 * tell the same story, which need share little with the page's words. Cost a passage: the
 * budget, then the terms of at most `mostRescored` passages.
 */
export interface Candidates {
  /** Passages of the library by place of the page's passage, best first. */
  readonly byPassage: readonly (readonly number[])[];
}

/** Rarity of terms among the passages of the page, and of an article of the library. */
export interface Rarities {
  readonly own: TermRarity;
  ofArticle(article: number): TermRarity;
}

/** 2 % of N found .98 of what exact search finds at a 40th of the time; a fixed budget loses as N grows. */
const budgetShare = 0.02;
const leastBudget = 4000;
const mostRescored = 64;
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

export function findCandidates(
  passages: readonly ReadPassage[],
  library: Library,
  weights: WordWeights,
  ties: StoryTies,
  rarity: Rarities,
  isExcluded: (article: number) => boolean,
): Candidates {
  const search = new Search(library, weights);
  const terms = passages.map(termsOfPassage);
  const first = passages.map((passage, i) =>
    search.nearest(terms[i]!, fingerprintsOf(passage.text), mostRescored, isExcluded),
  );
  const stories = sameStories(first, library, ties);
  const byPassage = first.map((found, i) => {
    const wanted = new Set(found);
    for (const article of stories) {
      const range = library.passagesOf(article);
      for (let p = range.first; p < range.first + range.count; p++) wanted.add(p);
    }
    return search.rescored(terms[i]!, wanted, ties, rarity).slice(0, mostAligned);
  });
  return { byPassage };
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
  readonly #weights: WordWeights;
  readonly #scores: Float32Array;
  readonly #touched: number[] = [];

  constructor(library: Library, weights: WordWeights) {
    this.#library = library;
    this.#weights = weights;
    this.#scores = new Float32Array(library.passageCount);
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
      this.#add("terms", term, this.#weights.of(term));
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

  /** The same passages by cosine over all terms, raised by the tie of their article to the page. */
  rescored(
    terms: Uint32Array,
    passages: Iterable<number>,
    ties: StoryTies,
    rarity: Rarities,
  ): readonly number[] {
    const own = new Map<number, number>();
    for (const term of terms) own.set(term, this.#weights.of(term) * shareLeft(rarity.own, term));
    const ownSum = [...own.values()].reduce((sum, weight) => sum + weight, 0);
    const scored: { passage: number; score: number }[] = [];
    for (const passage of passages) {
      const article = this.#library.articleOf(passage);
      const theirRarity = rarity.ofArticle(article);
      let shared = 0;
      let theirSum = 0;
      for (const term of this.#library.termsOf(passage)) {
        const weight = this.#weights.of(term) * shareLeft(theirRarity, term);
        theirSum += weight;
        shared += Math.min(weight, own.get(term) ?? 0);
      }
      const cosine = shared / Math.sqrt(Math.max(1, ownSum * theirSum));
      if (cosine < leastCosine) continue;
      scored.push({ passage, score: cosine + storyShare * ties.of(article).likeness });
    }
    return scored
      .sort((a, b) => b.score - a.score || this.#inOrder(a.passage, b.passage))
      .map(({ passage }) => passage);
  }

  #rarestFirst(terms: Uint32Array): readonly { term: number; times: number }[] {
    return Array.from(terms, (term) => ({
      term,
      times: this.#library.documentFrequency("terms", term),
    }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => a.times - b.times || a.term - b.term);
  }

  /** One fingerprint in common is met by chance; the second one counts, and the only one of a short text. */
  #addPrints(prints: Uint32Array): void {
    const hits = new Map<number, number>();
    for (const print of prints) {
      this.#library.visitPassages("fingerprints", print, leastBudget, (passage) => {
        hits.set(passage, (hits.get(passage) ?? 0) + 1);
      });
    }
    for (const [passage, times] of hits) {
      if (times > 1 || prints.length <= 2) this.#raise(passage, fingerprintBits);
    }
  }

  #add(tier: "terms" | "fingerprints", hash: number, weight: number): void {
    const limit = this.#library.passageCount;
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
