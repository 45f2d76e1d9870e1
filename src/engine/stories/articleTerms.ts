/**
 * Represents the events of an article as a sparse vector of length 1 of its heaviest terms. Terms
 * are those of the index (stems, names, days, numbers), with the matcher's weights, times their
 * frequency in the article; terms of the title and the first sentences, which say what the article
 * is about, count more. One pass over the library's forward arrays: 2 million entries for 100,000
 * passages.
 */
import { dictionaryIndexOf } from "../library/forwardEntry.ts";
import { type Library, type LibraryPart, timesInSegment } from "../library/library.ts";
import { termsOfPassage } from "../library/terms.ts";
import { weightOfTerm } from "../match/score/wordWeights.ts";
import type { ArticleReading } from "../model/index.ts";
import { tokeniseIn } from "../text/languages.ts";

/** The vector of an article. */
export interface ArticleTerms {
  /** Terms by their numbers in one `TermNumbers`, with what each weighs; the squares add up to 1. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

/** Numbers terms across all parts of a library. */
export interface TermNumbers {
  readonly count: number;
  /** By part and place in its dictionary. */
  readonly at: readonly Uint32Array[];
  /**
   * Returns the number of a term by its hash; undefined for a term that the library does not have.
   */
  of(hash: number): number | undefined;
  /** Bits, by number. */
  readonly bits: Float64Array;
}

/**
 * The number of an article's heaviest terms that are compared; more add little, and the cost is
 * quadratic.
 */
const mostTerms = 60;

/** A term below this weight is a common word. */
const leastBits = 7;

/**
 * The title and this many sentences say what an article is about; their terms count as often as
 * `firstCounts` says.
 */
const firstPassages = 6;
const firstCounts = 2;

/** An article is read so far: a longer one is a book, and a damaged segment must not make it endless. */
const mostPassages = 400;
const mostTermsOfPassage = 256;

/** Numbers the terms of a library and weighs them. */
export function numberTerms(library: Library): TermNumbers {
  const { parts, passageCount } = library;
  const { at, hashes, of } = parts.length === 1 ? placesOf(parts[0]!) : joined(parts);
  const times = new Uint32Array(hashes.length);
  parts.forEach(({ segment }, part) => {
    const numbers = at[part]!;
    for (let index = 0; index < numbers.length; index++) {
      times[numbers[index]!]! += timesInSegment(segment, index);
    }
  });
  const bits = new Float64Array(hashes.length);
  for (let i = 0; i < bits.length; i++) bits[i] = weightOfTerm(hashes[i]!, times[i]!, passageCount);
  return { count: hashes.length, at, of, bits };
}

interface Numbered extends Pick<TermNumbers, "at" | "of"> {
  /** By number. */
  readonly hashes: ArrayLike<number>;
}

/** In a library of one part, the numbers are the places in its dictionary. */
function placesOf({ segment }: LibraryPart): Numbered {
  const { termHashes } = segment.views;
  const of = (hash: number) => {
    const index = segment.terms.indexOf(hash);
    return index < 0 ? undefined : index;
  };
  return { at: [termHashes.map((_, index) => index)], of, hashes: termHashes };
}

function joined(parts: readonly LibraryPart[]): Numbered {
  const numberOf = new Map<number, number>();
  const hashes: number[] = [];
  const at = parts.map(({ segment }) =>
    segment.views.termHashes.map((hash) => {
      let number = numberOf.get(hash);
      if (number === undefined) {
        number = hashes.length;
        numberOf.set(hash, number);
        hashes.push(hash);
      }
      return number;
    }),
  );
  return { at, of: (hash) => numberOf.get(hash), hashes };
}

/** Reads the vectors of articles; the scratch memory is used again for each. */
export class ArticleTermReader {
  readonly #numbers: TermNumbers;
  /** By term: how often the present article has it. */
  readonly #counts: Uint32Array;
  /** The terms of the present article, in order, and how many there are. */
  readonly #found: Uint32Array;
  #foundCount = 0;
  readonly #top = new Float64Array(mostTerms);

  constructor(numbers: TermNumbers) {
    this.#numbers = numbers;
    this.#counts = new Uint32Array(numbers.count);
    this.#found = new Uint32Array(numbers.count);
  }

  /** The vector of an article, by its place in a part. */
  read({ segment }: LibraryPart, part: number, local: number): ArticleTerms {
    const at = this.#numbers.at[part]!;
    const { forwardStarts, forwardTerms } = segment.views;
    const { first, count } = segment.rows.passagesOf(local);
    for (let i = 0; i < Math.min(count, mostPassages); i++) {
      const start = forwardStarts[first + i] ?? 0;
      const end = Math.min(forwardStarts[first + i + 1] ?? 0, start + mostTermsOfPassage);
      const times = timesCounted(i);
      for (let entry = start; entry < end; entry++) {
        this.#count(at[dictionaryIndexOf(forwardTerms[entry]!)], times);
      }
    }
    return this.#heaviest();
  }

  /**
   * Returns the vector of an article that is not in the library, by the terms that the library has.
   */
  readPage({ article, passages }: ArticleReading): ArticleTerms {
    passages.slice(0, mostPassages).forEach((passage, i) => {
      const tokens = tokeniseIn(passage.text, article.language);
      for (const hash of termsOfPassage(passage, tokens)) {
        this.#count(this.#numbers.of(hash), timesCounted(i));
      }
    });
    return this.#heaviest();
  }

  #count(term: number | undefined, times: number): void {
    if (term === undefined || this.#numbers.bits[term]! < leastBits) return;
    if (this.#counts[term] === 0) this.#found[this.#foundCount++] = term;
    this.#counts[term]! += times;
  }

  /**
   * Returns the heaviest terms that were counted, and forgets all. Among equals, those that come first
   * in the article: their numbers would depend on the order of the library.
   */
  #heaviest(): ArticleTerms {
    const found = this.#found.subarray(0, this.#foundCount);
    // A number a term that sorts by weight, then by place; only the highest are sorted, into place.
    const top = this.#top;
    let count = 0;
    for (let i = 0; i < found.length; i++) {
      const key = Math.round(this.#weightOf(found[i]!) * keyScale) * keyStep - i;
      if (count === mostTerms && key < top[count - 1]!) continue;
      let place = count === mostTerms ? count - 1 : count++;
      for (; place > 0 && top[place - 1]! < key; place--) top[place] = top[place - 1]!;
      top[place] = key;
    }
    const terms = new Uint32Array(count);
    const weights = new Float64Array(count);
    let squares = 0;
    for (let kept = 0; kept < count; kept++) {
      const key = top[kept]!;
      terms[kept] = found[Math.ceil(key / keyStep) * keyStep - key]!;
      weights[kept] = this.#weightOf(terms[kept]!);
      squares += weights[kept]! ** 2;
    }
    const norm = Math.sqrt(squares) || 1;
    for (let kept = 0; kept < count; kept++) weights[kept]! /= norm;
    for (const term of found) this.#counts[term] = 0;
    this.#foundCount = 0;
    return { terms, weights };
  }

  #weightOf(term: number): number {
    return this.#numbers.bits[term]! * timesWeight[this.#counts[term]!]!;
  }
}

/** Returns how often the terms of a passage count, by its place in the article. */
function timesCounted(passage: number): number {
  return passage < firstPassages ? firstCounts : 1;
}

/** The weight of the number of passages with a term: 1 plus its binary logarithm. */
const timesWeight = Float64Array.from({ length: firstCounts * mostPassages + 1 }, (_, times) =>
  times === 0 ? 0 : 1 + Math.log2(times),
);

/** Weights are below 200, and an article read to its end has fewer terms than a step: keys stay exact. */
const keyScale = 100_000;
const keyStep = 2 ** 18;
