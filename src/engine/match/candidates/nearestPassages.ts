import { dictionaryIndexOf } from "../../library/forwardEntry.ts";
import { numbersWith } from "../../library/hashPairs.ts";
import type { LibraryMemory, PartMemory } from "../libraryMemory.ts";
import type { PageTerms } from "./pageTerms.ts";
import { Ranking } from "./ranking.ts";
import { ScoreBoard } from "./scoreBoard.ts";
import { searchedTerms } from "./searchedTerms.ts";

/** The most passages whose cosine is computed. */
export const mostRescored = 48;
/** Weight of a shared fingerprint's bits, which outweighs any sharing of single terms. */
const fingerprintWeight = 4;
/** One shared fingerprint is chance, unless it occurs in at most this many passages … */
const fewPassages = 3;
/** … or the page's text is short and has at most this many fingerprints. */
const fewFingerprints = 2;
/**
 * A fingerprint in more passages than this is a newswire formula and is ignored, like a common
 * word.
 */
const mostFingerprintPassages = 1000;

/**
 * Finds library passages that share terms or fingerprints with a passage of the page. Pairs of
 * neighbouring stems were tried as a third source and left out: in a million passages they raised
 * the share of hard paraphrases among the first ten from .873 to .883 (exact search: .898), at 168
 * bytes a passage, two thirds of the index's present size.
 */
export class NearestPassages {
  readonly #memory: LibraryMemory;
  readonly #terms: PageTerms;
  readonly #excluded: ReadonlySet<number>;
  readonly #board: ScoreBoard;
  /**
   * For each part, by dictionary index, the weight of a term of the current passage; 0 for all
   * others.
   */
  readonly #own: readonly Float32Array[];
  /**
   * By passage, the bits of the shared fingerprints; negative if only one common fingerprint is
   * shared.
   */
  readonly #fingerprintBits: Float32Array;

  /** @param excluded numbers of articles that are skipped */
  constructor(memory: LibraryMemory, terms: PageTerms, excluded: ReadonlySet<number>) {
    this.#memory = memory;
    this.#terms = terms;
    this.#excluded = excluded;
    this.#board = new ScoreBoard(memory.norms, memory.mostNorm);
    this.#own = memory.parts.map(({ part }) => new Float32Array(part.segment.terms.size));
    this.#fingerprintBits = new Float32Array(memory.library.passageEnd);
  }

  /** Returns at most `most` passages, by cosine over all terms, highest first. */
  of(ownTerms: Uint32Array, fingerprints: Uint32Array, most: number): readonly number[] {
    this.#raiseFingerprints(fingerprints);
    this.#raiseRarest(ownTerms);
    const found = this.#board.best(mostRescored, (passage) => this.#orderOf(passage));
    this.#board.clear();
    return this.#bestByCosine(ownTerms, found, most);
  }

  /** Raises the scores of passages with the rarest terms, until the budget of postings is spent. */
  #raiseRarest(ownTerms: Uint32Array): void {
    const { times, weights, dictionaryIndices } = this.#terms;
    const { passageCount: ofLibrary } = this.#memory.library;
    const { finding, all } = searchedTerms(
      ownTerms.map((term) => times[term]!),
      ofLibrary,
    );
    for (let at = 0; at < all; at++) {
      const term = ownTerms[at]!;
      for (let i = 0; i < dictionaryIndices.length; i++) {
        const index = dictionaryIndices[i]![term]!;
        if (index < 0) continue;
        const { segment, firstPassage } = this.#memory.parts[i]!.part;
        const postings = segment.terms.postingsAt(index);
        const { passageCount } = segment;
        if (at < finding)
          this.#board.raiseAll(postings, firstPassage, passageCount, weights[term]!);
        else this.#board.raiseTouched(postings, firstPassage, passageCount, weights[term]!);
      }
    }
  }

  /** Raises the scores of passages that share two fingerprints, or a rare one. */
  #raiseFingerprints(fingerprints: Uint32Array): void {
    const met: number[] = [];
    const bitsOf = this.#fingerprintBits;
    for (const fingerprint of fingerprints) {
      const passages = this.#passagesWith(fingerprint);
      if (passages.length > mostFingerprintPassages) continue;
      const isRare = passages.length <= fewPassages || fingerprints.length <= fewFingerprints;
      const bits = Math.log2(1 + this.#memory.library.passageCount / passages.length);
      for (const passage of passages) {
        const before = bitsOf[passage]!;
        if (before === 0) met.push(passage);
        bitsOf[passage] = before === 0 && !isRare ? -bits : Math.abs(before) + bits;
      }
    }
    for (const passage of met) {
      if (bitsOf[passage]! > 0) this.#board.raise(passage, bitsOf[passage]! * fingerprintWeight);
      bitsOf[passage] = 0;
    }
  }

  /** Returns the passages with a fingerprint, without deleted ones. */
  #passagesWith(fingerprint: number): readonly number[] {
    const found: number[] = [];
    for (const { part } of this.#memory.parts) {
      const { fingerprints, passageCount, deleted } = part.segment;
      for (const passage of numbersWith(fingerprints, fingerprint)) {
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

  /** Writes the weights of a passage's terms at their dictionary indices; returns their sum. */
  #putOwn(ownTerms: Uint32Array): number {
    const { weights, dictionaryIndices } = this.#terms;
    let sum = 0;
    for (const term of ownTerms) {
      const weight = weights[term]!;
      sum += weight;
      for (let part = 0; part < dictionaryIndices.length; part++) {
        const index = dictionaryIndices[part]![term]!;
        if (index >= 0) this.#own[part]![index] = weight;
      }
    }
    return sum;
  }

  #clearOwn(ownTerms: Uint32Array): void {
    const { dictionaryIndices } = this.#terms;
    for (const term of ownTerms) {
      for (let part = 0; part < dictionaryIndices.length; part++) {
        const index = dictionaryIndices[part]![term]!;
        if (index >= 0) this.#own[part]![index] = 0;
      }
    }
  }

  /** Returns the cosine of the term weights; 0 for a passage that cannot be shown. */
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
      const weight = own[dictionaryIndexOf(forwardTerms[i]!)]!;
      // An index out of bounds, in a damaged segment, has no weight.
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
