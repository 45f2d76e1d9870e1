import type { Library } from "../library/library.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { type PreparedPassage, preparePassage } from "./preparedPassage.ts";
import { rarityInArticle, shareLeft, type TermRarity } from "./termRarity.ts";
import { createWordWeights, type WordWeights } from "./wordWeights.ts";

/** A passage's terms with what each tells, and their sum. */
export interface WeighedTerms {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  readonly sum: number;
}

/**
 * What depends on the library alone, worked out when first asked for and kept from page to page:
 * answers are the same with and without it. Each store is emptied when it is full, so that a large
 * library does not fill the worker's memory (about 20 MB at most).
 */
export interface LibraryMemory {
  readonly weights: WordWeights;
  rarityOf(article: number): TermRarity;
  /** Sum of squared weights of an article's terms. */
  squaresOf(article: number): number;
  /** Weights in bits. */
  weighed(passage: number): WeighedTerms;
  /** Weights less what stands all over the article. */
  told(passage: number): WeighedTerms;
  prepared(passage: number): { readonly stored: StoredPassage; readonly prepared: PreparedPassage };
}

const mostArticles = 2000;
const mostPassages = 20_000;
const mostPrepared = 2000;

const memories = new WeakMap<Library, LibraryMemory>();

/** The memory of a library; it goes when the library goes. */
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
  const rarityOf = remembered(mostArticles, (article) => rarityInArticle(library, article));
  const weigh = (passage: number, share: (hash: number) => number): WeighedTerms => {
    const terms = library.termsOf(passage);
    const found = Float32Array.from(terms, (term) => weights.of(term) * share(term));
    return { terms, weights: found, sum: found.reduce((sum, weight) => sum + weight, 0) };
  };
  return {
    weights,
    rarityOf,
    squaresOf: remembered(mostArticles, (article) => squaresOf(library, weights, article)),
    weighed: remembered(mostPassages, (passage) => weigh(passage, () => 1)),
    told: remembered(mostPassages, (passage) => {
      const rarity = rarityOf(library.articleOf(passage));
      return weigh(passage, (term) => shareLeft(rarity, term));
    }),
    prepared: remembered(mostPrepared, (passage) => {
      const stored = library.passage(passage);
      return { stored, prepared: preparePassage(stored, weights, rarityOf(stored.article)) };
    }),
  };
}

function squaresOf(library: Library, weights: WordWeights, article: number): number {
  const terms = new Set<number>();
  const { first, count } = library.passagesOf(article);
  for (let passage = first; passage < first + count; passage++) {
    for (const term of library.termsOf(passage)) terms.add(term);
  }
  let sum = 0;
  for (const term of terms) sum += weights.of(term) ** 2;
  return sum;
}

/** Asks once for each number, and forgets all when there are too many. */
export function remembered<T>(most: number, ask: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let answer = known.get(number);
    if (answer === undefined) {
      answer = ask(number);
      if (known.size >= most) known.clear();
      known.set(number, answer);
    }
    return answer;
  };
}
