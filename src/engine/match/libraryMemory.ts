/**
 * Keeps what is computed once for a library. The file is over 300 lines because the memory of a
 * library and that of its parts share one cache design.
 */
import { dictionaryIndexOf, mostTimes, passageCountOf } from "../library/forwardEntry.ts";
import {
  type Library,
  type LibraryPart,
  lastPartFrom,
  timesInSegment,
} from "../library/library.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { passageColumn, passageColumns, passageFlag } from "../library/segmentLayout.ts";
import type { TermIndex } from "../library/termIndex.ts";
import type { Span } from "../model/index.ts";
import { tokeniseIn } from "../text/languages.ts";
import { termHash } from "../text/termHash.ts";
import { type PreparedPassage, preparePassage } from "./candidates/preparedPassage.ts";
import { keptShare, rarityOf, type TermRarity } from "./candidates/termRarity.ts";
import { fewnessOf } from "./score/librarySize.ts";
import { groupedStems } from "./score/relatedWords.ts";
import { createWordWeights, type WordWeights, weightOfTerm } from "./score/wordWeights.ts";

/**
 * Data that depends on the library alone. It is computed on first use and kept from page to page;
 * results are the same without it. Size: 12 bytes a passage, 4 a term, and the last prepared
 * passages (about 10 MB at most).
 */
export interface LibraryMemory {
  readonly library: Library;
  readonly weights: WordWeights;
  readonly parts: readonly PartMemory[];
  /** The length norm of each passage, 0..1, by which its score is multiplied. */
  readonly norms: Float32Array;
  /** The highest norm. */
  readonly mostNorm: number;
  /** How small the library is: see fewnessOf. */
  readonly fewness: number;
  /** Returns the index of the part with a passage or an article. */
  partOfPassage(passage: number): number;
  partOfArticle(article: number): number;
  prepared(passage: number): PreparedCorpusPassage;
}

/** A corpus passage in stored and in prepared form. */
export interface PreparedCorpusPassage {
  readonly stored: StoredPassage;
  readonly prepared: PreparedPassage;
}

/**
 * The most cached passages, and the most cached tables of shares (one for each number of passages).
 */
const mostPrepared = 4000;
const mostShares = 500;

const memories = new WeakMap<Library, LibraryMemory>();

/** Returns the memory of a library, which is released together with the library. */
export function memoryOf(library: Library): LibraryMemory {
  let memory = memories.get(library);
  if (!memory) {
    memory = createMemory(library);
    memories.set(library, memory);
  }
  return memory;
}

function createMemory(library: Library): LibraryMemory {
  const weights = createWordWeights(library.passageCount, (hash) =>
    library.documentFrequency(hash),
  );
  const sharesIn = remembered(mostShares, sharesByTimes);
  const parts = library.parts.map((part) => new PartMemory(part, library, sharesIn));
  const partOfPassage = (passage: number) => lastPartFrom(library.parts, "firstPassage", passage);
  const norms = normsOf(parts, library);
  return {
    library,
    weights,
    parts,
    norms,
    mostNorm: norms.reduce((most, norm) => Math.max(most, norm), 0),
    fewness: fewnessOf(library.passageCount),
    partOfPassage,
    partOfArticle: (article) => lastPartFrom(library.parts, "firstArticle", article),
    prepared: remembered(
      mostPrepared,
      (passage) => {
        const stored = library.passage(passage);
        const rarity = parts[partOfPassage(passage)]!.rarityIn(passage);
        const { language } = library.articleHead(library.articleOf(passage));
        const tokens = tokeniseIn(stored.text, language);
        const prepared = preparePassage(stored, weights, rarity, tokens, language);
        return { stored, prepared };
      },
      // The text of an archive's passage is empty until it is fetched.
      ({ stored }) => stored.text !== "",
    ),
  };
}

/**
 * The parameters of BM25's length norms (Robertson & Zaragoza, 2009). A larger b finds no more
 * paraphrases and prefers short passages, which are matched wrongly more often.
 */
export const lengthNorm = { k1: 1.2, b: 0.3 } as const;

/** Returns the length norms of BM25, with every term counted once. */
function normsOf(
  parts: readonly PartMemory[],
  { passageEnd, meanTerms: mean }: Library,
): Float32Array {
  const norms = new Float32Array(passageEnd);
  const { k1, b } = lengthNorm;
  for (const memory of parts) {
    const { segment, firstPassage } = memory.part;
    for (let passage = 0; passage < segment.passageCount; passage++) {
      const length = memory.forwardEnd(passage) - memory.forwardStart(passage);
      norms[firstPassage + passage] = 1 / (1 + k1 * (1 - b + (b * Math.max(0, length)) / mean));
    }
  }
  return norms;
}

/** The most terms that are read of a passage, so that a damaged segment cannot make one endless. */
const mostTerms = 4096;

/** The memory of one part. Passages and articles are numbered within its segment, from 0. */
export class PartMemory {
  readonly part: LibraryPart;
  readonly forwardTerms: Uint32Array;
  readonly #forwardStarts: Uint32Array;
  readonly #library: Library;
  readonly #sharesIn: (passageCount: number) => Float32Array;
  /** By dictionary index, and by passage; -1 if not computed yet. */
  readonly #weights: Float32Array;
  readonly #sums: Float32Array;
  readonly #discountedSums: Float32Array;
  #groups: ReadonlyMap<number, readonly number[]> | null = null;
  readonly #squares = new Map<number, number>();

  constructor(
    part: LibraryPart,
    library: Library,
    sharesIn: (passageCount: number) => Float32Array,
  ) {
    const { views, terms, passageCount } = part.segment;
    this.part = part;
    this.forwardTerms = views.forwardTerms;
    this.#forwardStarts = views.forwardStarts;
    this.#library = library;
    this.#sharesIn = sharesIn;
    this.#weights = new Float32Array(terms.size).fill(-1);
    this.#sums = new Float32Array(passageCount).fill(-1);
    this.#discountedSums = new Float32Array(passageCount).fill(-1);
  }

  /** Returns the index of a passage's first entry in `forwardTerms`. */
  forwardStart(passage: number): number {
    return this.#forwardStarts[passage] ?? 0;
  }

  /**
   * Returns the end of a passage's entries in `forwardTerms`; at most `mostTerms` after the start.
   */
  forwardEnd(passage: number): number {
    const end = Math.min(this.forwardTerms.length, this.#forwardStarts[passage + 1] ?? 0);
    return Math.min(end, this.forwardStart(passage) + mostTerms);
  }

  /** Returns the bits of the term at a dictionary index. */
  weightAt(index: number): number {
    // An index out of bounds, in a damaged segment, has no weight.
    const weight = this.#weights[index] ?? 0;
    return weight >= 0 ? weight : this.#weigh(index);
  }

  /** Returns the sum of the bits of a passage's terms. */
  sumOf(passage: number): number {
    let sum = this.#sums[passage]!;
    if (sum >= 0) return sum;
    sum = 0;
    for (let i = this.forwardStart(passage); i < this.forwardEnd(passage); i++) {
      sum += this.weightAt(dictionaryIndexOf(this.forwardTerms[i]!));
    }
    this.#sums[passage] = sum;
    return sum;
  }

  /** Returns the same sum with terms discounted that occur throughout the article. */
  discountedSumOf(passage: number): number {
    let sum = this.#discountedSums[passage]!;
    if (sum >= 0) return sum;
    sum = 0;
    const share = this.shareBy(this.articleOf(passage));
    for (let i = this.forwardStart(passage); i < this.forwardEnd(passage); i++) {
      const entry = this.forwardTerms[i]!;
      sum += this.weightAt(dictionaryIndexOf(entry)) * share[passageCountOf(entry)]!;
    }
    this.#discountedSums[passage] = sum;
    return sum;
  }

  /**
   * Returns the shares of weight that terms keep, by the number of the article's passages with the
   * term.
   */
  shareBy(article: number): Float32Array {
    return this.#sharesIn(this.part.segment.rows.passagesOf(article).count);
  }

  /** Returns the index of the article that a passage belongs to. */
  articleOf(passage: number): number {
    return this.part.segment.rows.articleOf(passage);
  }

  /** True for statements, quotes and titles. */
  isMatchable(passage: number): boolean {
    const flags = this.#flagsOf(passage);
    return (flags & (passageFlag.isClaim | passageFlag.isQuoted | passageFlag.inTitle)) !== 0;
  }

  /** True for a passage that is a title, or part of one. */
  isTitle(passage: number): boolean {
    return (this.#flagsOf(passage) & passageFlag.inTitle) !== 0;
  }

  /** Returns the span of a passage in its title or body. */
  spanOf(passage: number): Span {
    return this.part.segment.rows.spanOf(passage);
  }

  /** Returns the dictionary indices of the terms whose first group of related words is this one. */
  indicesOfGroup(group: number): readonly number[] {
    this.#groups ??= groupsIn(this.part.segment.terms);
    return this.#groups.get(group) ?? nowhere;
  }

  /**
   * Returns the sum of squared weights of an article's distinct terms; infinite if it exceeds
   * `most`.
   */
  squaresOf(article: number, most: number): number {
    let sum = this.#squares.get(article);
    if (sum !== undefined) return sum;
    sum = 0;
    const [start, end] = this.#entriesOf(article);
    for (let i = start; i < end; i++) {
      if (sum > most) return Number.POSITIVE_INFINITY;
      const entry = this.forwardTerms[i]!;
      sum += this.weightAt(dictionaryIndexOf(entry)) ** 2 * onceOf[passageCountOf(entry)]!;
    }
    this.#squares.set(article, sum);
    return sum;
  }

  /** Returns the sum of values, given by dictionary index, over an article's distinct terms. */
  sumOverTerms(article: number, values: Float64Array): number {
    const [start, end] = this.#entriesOf(article);
    const { forwardTerms } = this;
    let sum = 0;
    for (let i = start; i < end; i++) {
      const entry = forwardTerms[i]!;
      // An index out of bounds, in a damaged segment, has no value.
      const value = values[dictionaryIndexOf(entry)] ?? 0;
      if (value !== 0) sum += value * onceOf[passageCountOf(entry)]!;
    }
    return sum;
  }

  /** Returns where an article's entries begin and end in `forwardTerms`. */
  #entriesOf(article: number): readonly [start: number, end: number] {
    const { first, count } = this.part.segment.rows.passagesOf(article);
    const start = this.forwardStart(first);
    const end = Math.min(this.forwardTerms.length, this.forwardStart(first + count));
    return [start, Math.min(end, start + mostTerms * Math.max(1, count))];
  }

  /**
   * Returns the rarity of terms within the article of a passage, by the passage's number in the
   * library.
   */
  rarityIn(number: number): TermRarity {
    const passage = number - this.part.firstPassage;
    const { rows, terms } = this.part.segment;
    const { count } = rows.passagesOf(this.articleOf(passage));
    const times = new Map<number, number>();
    for (let i = this.forwardStart(passage); i < this.forwardEnd(passage); i++) {
      const entry = this.forwardTerms[i]!;
      times.set(terms.hashAt(dictionaryIndexOf(entry)), passageCountOf(entry));
    }
    return { of: (hash) => rarityOf(times.get(hash) ?? 1, count) };
  }

  #flagsOf(passage: number): number {
    const { passages } = this.part.segment.views;
    return passages[passage * passageColumns + passageColumn.flags] ?? 0;
  }

  #weigh(index: number): number {
    const { segment } = this.part;
    const hash = segment.terms.hashAt(index);
    const { parts, passageCount, statistics } = this.#library;
    const times =
      parts.length === 1 && statistics === null
        ? timesInSegment(segment, index)
        : this.#library.documentFrequency(hash);
    const weight = weightOfTerm(hash, times, passageCount);
    this.#weights[index] = weight;
    return this.#weights[index]!;
  }
}

const nowhere: readonly number[] = [];

function groupsIn(terms: TermIndex): ReadonlyMap<number, readonly number[]> {
  const placesOf = new Map<number, number[]>();
  for (const [stem, [group]] of groupedStems()) {
    const index = terms.indexOf(termHash("stem", stem));
    if (index < 0) continue;
    const places = placesOf.get(group!) ?? [];
    places.push(index);
    placesOf.set(group!, places);
  }
  return placesOf;
}

/**
 * The share that each occurrence counts, by the number of an article's passages with the term, so
 * that a term counts once in all.
 */
const onceOf = Float64Array.from({ length: mostTimes + 1 }, (_, times) => 1 / Math.max(1, times));

/**
 * Returns the share of weight that a term keeps, by the number of the article's passages with it.
 */
function sharesByTimes(passageCount: number): Float32Array {
  const shares = new Float32Array(mostTimes + 1);
  const last = Math.min(mostTimes, passageCount);
  for (let times = 0; times <= last; times++)
    shares[times] = keptShare(rarityOf(times, passageCount));
  return shares.fill(shares[last]!, last);
}

/**
 * Returns a function that caches its results by number and clears the cache above `most` entries.
 */
export function remembered<T>(
  most: number,
  ask: (number: number) => T,
  isKept: (answer: T) => boolean = () => true,
): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let answer = known.get(number);
    if (answer === undefined) {
      answer = ask(number);
      if (!isKept(answer)) return answer;
      if (known.size >= most) known.clear();
      known.set(number, answer);
    }
    return answer;
  };
}
