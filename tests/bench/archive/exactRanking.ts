import { highest, rarityOf, termScore } from "../index/exactSearch.ts";

/**
 * Exact BM25 over more passages than a library in memory should have: the queries' terms are known
 * beforehand, so only their postings are kept, some 40 bytes a passage.
 */
export class ExactRanking {
  readonly #postings: ReadonlyMap<number, number[]>;
  readonly #lengths: number[] = [];

  /** @param terms all terms that will be asked for */
  constructor(terms: Iterable<number>) {
    this.#postings = new Map(Array.from(terms, (term) => [term, []]));
  }

  /** Adds a passage; returns its number. */
  add(terms: Uint32Array): number {
    const passage = this.#lengths.push(terms.length) - 1;
    for (const term of terms) this.#postings.get(term)?.push(passage);
    return passage;
  }

  /** Returns a function that gives the numbers of the best passages for some terms, best first. */
  search(): (terms: Uint32Array, top: number) => readonly number[] {
    const lengths = this.#lengths;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const scores = new Float64Array(lengths.length);
    return (terms, top) => {
      scores.fill(0);
      for (const term of terms) {
        const passages = this.#postings.get(term) ?? [];
        const rarity = rarityOf(passages.length, lengths.length);
        for (const passage of passages) {
          scores[passage]! += termScore(rarity, lengths[passage]! / mean);
        }
      }
      return highest(scores, top);
    };
  }
}
