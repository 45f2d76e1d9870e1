import { dictionaryIndexOf, passageCountOf } from "../../library/forwardEntry.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import type { PageTerms } from "./pageTerms.ts";

/** A library passage and its cosine (0..1) with a page passage, over discounted terms. */
export interface PassageCosine {
  readonly passage: number;
  readonly cosine: number;
}

/**
 * Compares page passages with library passages by their terms, discounting those that occur
 * throughout page or article. Passages of the same stories are compared with every passage of the
 * page, so they are inverted once: for each term, the passages with it and its weight there.
 */
export class DiscountedCosines {
  readonly #memory: LibraryMemory;
  readonly #terms: PageTerms;
  /** The discounted weight of each term in the current passage; 0 for all others. */
  readonly #own: Float32Array;
  readonly #stories: readonly number[];
  readonly #isOfStory: ReadonlySet<number>;
  /** The sum of the discounted weights of each story passage's terms. */
  readonly #sums: Float64Array;
  readonly #sharing: Sharing;
  readonly #shared: Float32Array;

  /** @param stories passages that are compared with every passage of the page */
  constructor(memory: LibraryMemory, terms: PageTerms, stories: readonly number[]) {
    this.#memory = memory;
    this.#terms = terms;
    this.#own = new Float32Array(terms.count);
    this.#stories = stories;
    this.#isOfStory = new Set(stories);
    this.#sums = Float64Array.from(stories, (passage) => this.#sumOf(passage));
    this.#sharing = sharingOf(memory, terms, stories);
    this.#shared = new Float32Array(stories.length);
  }

  /**
   * Returns the given passages and those of the stories that have a cosine of at least
   * `leastCosine`.
   */
  of(
    ownTerms: Uint32Array,
    passages: readonly number[],
    leastCosine: number,
  ): readonly PassageCosine[] {
    const { weights, shares } = this.#terms;
    let ownSum = 0;
    for (const term of ownTerms) {
      this.#own[term] = weights[term]! * shares[term]!;
      ownSum += this.#own[term]!;
    }
    const found: PassageCosine[] = [];
    const put = (passage: number, shared: number, sum: number) => {
      const cosine = shared / Math.sqrt(Math.max(1, ownSum * sum));
      if (cosine >= leastCosine) found.push({ passage, cosine });
    };
    for (const passage of passages) {
      if (this.#isOfStory.has(passage)) continue;
      put(passage, this.#sharedWith(passage), this.#sumOf(passage));
    }
    this.#addStories(ownTerms);
    for (let story = 0; story < this.#stories.length; story++) {
      const shared = this.#shared[story]!;
      if (shared > 0) put(this.#stories[story]!, shared, this.#sums[story]!);
    }
    for (const term of ownTerms) this.#own[term] = 0;
    return found;
  }

  #sumOf(passage: number): number {
    const memory = this.#memory.parts[this.#memory.partOfPassage(passage)]!;
    return memory.discountedSumOf(passage - memory.part.firstPassage);
  }

  #sharedWith(number: number): number {
    const index = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[index]!;
    const termAt = this.#terms.termAt[index]!;
    const { weights } = this.#terms;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    const { forwardTerms } = memory;
    const end = memory.forwardEnd(passage);
    let shared = 0;
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const term = termAt[dictionaryIndexOf(forwardTerms[i]!)]!;
      if (!(term >= 0)) continue;
      const own = this.#own[term]!;
      if (own > 0)
        shared += Math.min(own, weights[term]! * shares[passageCountOf(forwardTerms[i]!)]!);
    }
    return shared;
  }

  #addStories(ownTerms: Uint32Array): void {
    const { starts, stories, discountedWeights } = this.#sharing;
    this.#shared.fill(0);
    for (const term of ownTerms) {
      const own = this.#own[term]!;
      for (let i = starts[term]!; i < starts[term + 1]!; i++) {
        this.#shared[stories[i]!]! += Math.min(own, discountedWeights[i]!);
      }
    }
  }
}

/**
 * For each term of the page, the story passages with it, by index, from `starts[term]` to the next
 * term's start, and its discounted weight there.
 */
interface Sharing {
  readonly starts: Uint32Array;
  readonly stories: Uint32Array;
  readonly discountedWeights: Float64Array;
}

function sharingOf(memory: LibraryMemory, terms: PageTerms, numbers: readonly number[]): Sharing {
  const starts = new Uint32Array(terms.count + 1);
  numbers.forEach((number) => {
    forSharedTerms(memory, terms, number, (term) => {
      starts[term + 1]!++;
    });
  });
  for (let term = 0; term < terms.count; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const stories = new Uint32Array(starts[terms.count]!);
  const discountedWeights = new Float64Array(stories.length);
  numbers.forEach((number, story) => {
    forSharedTerms(memory, terms, number, (term, share) => {
      const at = next[term]!++;
      stories[at] = story;
      discountedWeights[at] = terms.weights[term]! * share;
    });
  });
  return { starts, stories, discountedWeights };
}

/**
 * Calls back for each term that a library passage shares with the page, with its discounted weight
 * there.
 */
function forSharedTerms(
  { parts, partOfPassage }: LibraryMemory,
  { termAt }: PageTerms,
  number: number,
  put: (term: number, share: number) => void,
): void {
  const index = partOfPassage(number);
  const memory = parts[index]!;
  const passage = number - memory.part.firstPassage;
  const shares = memory.shareBy(memory.articleOf(passage));
  for (let i = memory.forwardStart(passage); i < memory.forwardEnd(passage); i++) {
    const entry = memory.forwardTerms[i]!;
    const term = termAt[index]![dictionaryIndexOf(entry)]!;
    if (term >= 0) put(term, shares[passageCountOf(entry)]!);
  }
}
