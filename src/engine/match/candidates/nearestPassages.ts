import { placeOfEntry } from "../../library/forwardEntry.ts";
import { numbersWith } from "../../library/hashPairs.ts";
import type { LibraryMemory, PartMemory } from "../libraryMemory.ts";
import type { PageTerms } from "./pageTerms.ts";
import { Ranking } from "./ranking.ts";
import { ScoreBoard } from "./scoreBoard.ts";

/**
 * A fixed budget loses as N grows. 6 % of N, 1.5 % of which may bring passages in, found .99 of
 * what exact search finds among its first ten (`npm run bench -- index`); reading all that the
 * terms have, twice as much, found no more.
 */
const budgetShare = 0.06;
const leastBudget = 4000;
/** Commoner terms only raise what rarer ones have brought in: it must share one of those anyway. */
const freshShare = 0.015;
const leastFresh = 1000;
const mostRescored = 48;
/** What a shared fingerprint tells, in bits, outweighs any sharing of single terms. */
const printShare = 4;
/** One fingerprint in common is met by chance, unless it stands in no more passages than this … */
const fewPassages = 3;
/** … or the text has no more of them: it is short. */
const shortPrints = 2;
/** What stands in more passages is a formula of newswire, and tells as little as a common word. */
const mostPrintPassages = 1000;

/**
 * Finds passages of the library by what they share with a passage of the page, word by word, and
 * by fingerprints. Pairs of neighbouring stems as a third source were tried and left out: in a
 * million passages they took the share of hard paraphrases among the first ten from .873 to .883
 * (exact search .898), for 168 bytes a passage, two thirds of what the index has now.
 */
export class NearestPassages {
  readonly #memory: LibraryMemory;
  readonly #terms: PageTerms;
  readonly #excluded: ReadonlySet<number>;
  readonly #board: ScoreBoard;
  readonly #budget: number;
  readonly #freshBudget: number;
  /** For each part, by dictionary place, the weight of a term that is looked for; 0 for all others. */
  readonly #own: readonly Float32Array[];
  /** By passage, bits of the fingerprints in common; negative where it is but one, and a common one. */
  readonly #printBits: Float32Array;

  /** @param excluded numbers of articles that are not looked at */
  constructor(memory: LibraryMemory, terms: PageTerms, excluded: ReadonlySet<number>) {
    this.#memory = memory;
    this.#terms = terms;
    this.#excluded = excluded;
    this.#board = new ScoreBoard(memory.norms, memory.mostNorm);
    const { passageCount } = memory.library;
    this.#budget = Math.max(leastBudget, Math.ceil(passageCount * budgetShare));
    this.#freshBudget = Math.max(leastFresh, Math.ceil(passageCount * freshShare));
    this.#own = memory.parts.map(({ part }) => new Float32Array(part.segment.terms.size));
    this.#printBits = new Float32Array(memory.library.passageEnd);
  }

  /** At most `most` passages, the highest cosine over all terms first. */
  of(ownTerms: Uint32Array, prints: Uint32Array, most: number): readonly number[] {
    this.#raisePrints(prints);
    this.#raiseRarest(ownTerms);
    const found = this.#board.best(mostRescored, (passage) => this.#orderOf(passage));
    this.#board.clear();
    return this.#bestByCosine(ownTerms, found, most);
  }

  /** The rarest terms, until the budget of postings is spent. */
  #raiseRarest(ownTerms: Uint32Array): void {
    const { times, weights, placeOf } = this.#terms;
    let read = 0;
    for (const term of ownTerms) {
      if (times[term] === 0) continue;
      const isFresh = read < this.#freshBudget;
      read += times[term]!;
      if (read > this.#budget) return;
      for (let i = 0; i < placeOf.length; i++) {
        const place = placeOf[i]![term]!;
        if (place < 0) continue;
        const { segment, firstPassage } = this.#memory.parts[i]!.part;
        const postings = segment.terms.postingsAt(place);
        const { passageCount } = segment;
        if (isFresh) this.#board.raiseAll(postings, firstPassage, passageCount, weights[term]!);
        else this.#board.raiseTouched(postings, firstPassage, passageCount, weights[term]!);
      }
    }
  }

  /** Two fingerprints in common, or one that is rare: a run of words that next to nobody else has. */
  #raisePrints(prints: Uint32Array): void {
    const met: number[] = [];
    const bitsOf = this.#printBits;
    for (const print of prints) {
      const passages = this.#passagesWith(print);
      if (passages.length === 0 || passages.length > mostPrintPassages) continue;
      const isRare = passages.length <= fewPassages || prints.length <= shortPrints;
      const bits = Math.log2(1 + this.#memory.library.passageCount / passages.length);
      for (const passage of passages) {
        const before = bitsOf[passage]!;
        if (before === 0) met.push(passage);
        bitsOf[passage] = before === 0 && !isRare ? -bits : Math.abs(before) + bits;
      }
    }
    for (const passage of met) {
      if (bitsOf[passage]! > 0) this.#board.raise(passage, bitsOf[passage]! * printShare);
      bitsOf[passage] = 0;
    }
  }

  /** The passages that hold a fingerprint, deleted ones apart. */
  #passagesWith(print: number): readonly number[] {
    const found: number[] = [];
    for (const { part } of this.#memory.parts) {
      const { prints, passageCount, deleted } = part.segment;
      for (const passage of numbersWith(prints, print)) {
        const isThere = passage < passageCount && !deleted?.isPassage(passage);
        if (isThere) found.push(part.firstPassage + passage);
      }
    }
    return found;
  }

  #bestByCosine(ownTerms: Uint32Array, found: readonly number[], most: number): readonly number[] {
    const ownSum = this.#putOwn(ownTerms);
    const ranking = new Ranking(most, (passage) => this.#orderOf(passage));
    for (const passage of found) {
      const score = this.#cosine(passage, ownSum);
      if (score > 0) ranking.offer(passage, score);
    }
    this.#clearOwn(ownTerms);
    return ranking.take();
  }

  /** Puts the weights of a passage's terms where the dictionaries hold them; returns their sum. */
  #putOwn(ownTerms: Uint32Array): number {
    const { weights, placeOf } = this.#terms;
    let sum = 0;
    for (const term of ownTerms) {
      const weight = weights[term]!;
      sum += weight;
      for (let part = 0; part < placeOf.length; part++) {
        const place = placeOf[part]![term]!;
        if (place >= 0) this.#own[part]![place] = weight;
      }
    }
    return sum;
  }

  #clearOwn(ownTerms: Uint32Array): void {
    const { placeOf } = this.#terms;
    for (const term of ownTerms) {
      for (let part = 0; part < placeOf.length; part++) {
        const place = placeOf[part]![term]!;
        if (place >= 0) this.#own[part]![place] = 0;
      }
    }
  }

  /** Of the weights of terms; 0 for a passage that cannot be shown. */
  #cosine(number: number, ownSum: number): number {
    const part = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[part]!;
    const passage = number - memory.part.firstPassage;
    if (!this.#mayShow(memory, passage)) return 0;
    const own = this.#own[part]!;
    const { forwardTerms } = memory;
    const end = memory.forwardEnd(passage);
    let shared = 0;
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const weight = own[placeOfEntry(forwardTerms[i]!)]!;
      // A place out of bounds, in a damaged segment, weighs nothing.
      if (weight > 0) shared += weight;
    }
    return shared / Math.sqrt(Math.max(1, ownSum * memory.sumOf(passage)));
  }

  #mayShow(memory: PartMemory, passage: number): boolean {
    const { firstArticle, segment } = memory.part;
    if (!memory.isMatchable(passage) || segment.deleted?.isPassage(passage)) return false;
    const excluded = this.#excluded;
    return excluded.size === 0 || !excluded.has(firstArticle + memory.articleOf(passage));
  }

  #orderOf(number: number): number {
    const { segment, firstPassage } = this.#memory.parts[this.#memory.partOfPassage(number)]!.part;
    return segment.rows.orderKey(number - firstPassage);
  }
}
