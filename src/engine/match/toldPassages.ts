import { placeOfEntry, timesOfEntry } from "../library/forwardEntry.ts";
import type { LibraryMemory } from "./libraryMemory.ts";
import type { PageTerms } from "./pageTerms.ts";

/** What two passages share that tells them from the others of their articles: cosine, 0..1. */
export interface ToldPassage {
  readonly passage: number;
  readonly cosine: number;
}

/**
 * Compares passages of the page with passages of the library by their terms, less what stands all
 * over page or article. The passages of the same stories are compared with every passage of the
 * page, so they are turned round once: which of them hold a term, and what it tells there.
 */
export class ToldPassages {
  readonly #memory: LibraryMemory;
  readonly #terms: PageTerms;
  /** What each term tells in the passage that is looked for; 0 for all others. */
  readonly #own: Float32Array;
  readonly #stories: readonly number[];
  readonly #isOfStory: ReadonlySet<number>;
  readonly #sharing: readonly (readonly Sharing[])[];
  readonly #shared: Float32Array;

  /** @param stories passages that are compared with every passage of the page */
  constructor(memory: LibraryMemory, terms: PageTerms, stories: readonly number[]) {
    this.#memory = memory;
    this.#terms = terms;
    this.#own = new Float32Array(terms.count);
    this.#stories = stories;
    this.#isOfStory = new Set(stories);
    this.#sharing = sharingOf(memory, terms, stories);
    this.#shared = new Float32Array(stories.length);
  }

  /** The passages given and those of the stories, all that have `leastCosine` in common. */
  of(
    ownTerms: Uint32Array,
    passages: readonly number[],
    leastCosine: number,
  ): readonly ToldPassage[] {
    const { weights, shares } = this.#terms;
    let ownSum = 0;
    for (const term of ownTerms) {
      this.#own[term] = weights[term]! * shares[term]!;
      ownSum += this.#own[term]!;
    }
    const told: ToldPassage[] = [];
    const put = (passage: number, shared: number) => {
      if (shared === 0) return;
      const place = this.#memory.partOfPassage(passage);
      const memory = this.#memory.parts[place]!;
      const theirs = memory.toldSumOf(passage - memory.part.firstPassage);
      const cosine = shared / Math.sqrt(Math.max(1, ownSum * theirs));
      if (cosine >= leastCosine) told.push({ passage, cosine });
    };
    for (const passage of passages) {
      if (!this.#isOfStory.has(passage)) put(passage, this.#sharedWith(passage));
    }
    this.#addStories(ownTerms);
    this.#stories.forEach((passage, i) => {
      put(passage, this.#shared[i]!);
    });
    for (const term of ownTerms) this.#own[term] = 0;
    return told;
  }

  #sharedWith(number: number): number {
    const place = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[place]!;
    const termAt = this.#terms.termAt[place]!;
    const { weights } = this.#terms;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    const { forwardTerms } = memory;
    const end = memory.forwardEnd(passage);
    let shared = 0;
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const term = termAt[placeOfEntry(forwardTerms[i]!)]!;
      if (!(term >= 0)) continue;
      const own = this.#own[term]!;
      if (own > 0)
        shared += Math.min(own, weights[term]! * shares[timesOfEntry(forwardTerms[i]!)]!);
    }
    return shared;
  }

  #addStories(ownTerms: Uint32Array): void {
    this.#shared.fill(0);
    for (const term of ownTerms) {
      const own = this.#own[term]!;
      for (const { story, telling } of this.#sharing[term]!) {
        this.#shared[story]! += Math.min(own, telling);
      }
    }
  }
}

/** A passage of the stories, by its place among them, and what a term tells in it. */
interface Sharing {
  readonly story: number;
  readonly telling: number;
}

function sharingOf(
  { parts, partOfPassage }: LibraryMemory,
  terms: PageTerms,
  stories: readonly number[],
) {
  const sharing: Sharing[][] = Array.from({ length: terms.count }, () => []);
  stories.forEach((number, story) => {
    const place = partOfPassage(number);
    const memory = parts[place]!;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    for (let i = memory.forwardStart(passage); i < memory.forwardEnd(passage); i++) {
      const entry = memory.forwardTerms[i]!;
      const term = terms.termAt[place]![placeOfEntry(entry)]!;
      if (!(term >= 0)) continue;
      sharing[term]!.push({ story, telling: terms.weights[term]! * shares[timesOfEntry(entry)]! });
    }
  });
  return sharing;
}
