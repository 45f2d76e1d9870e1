import { VectorRow } from "../../meaning/compactVector.ts";

/** The vectors of the searchable passages. */
export interface PassageVectors {
  /**
   * One vector for each passage, in order (compactVector.ts); all zero for one that is not encoded.
   * It may be filled between queries.
   */
  readonly row: Uint8Array;
  /**
   * Whether all vectors are present. Only then are passages found by vectors; otherwise vectors
   * only score what words found.
   */
  readonly areAll: boolean;
}

/** The most nearest passages that are added to those found by words. */
const mostNearest = 16;
/** The least cosine of an answer to a query: measured by `npm run eval -- retrieval`. */
const leastCosine = 0.3;

/** Compares a query's vector with those of the passages. */
export class QueryCosines {
  readonly #row: VectorRow;
  readonly #areAll: boolean;
  readonly #query: VectorRow;

  constructor({ row, areAll }: PassageVectors, query: Uint8Array) {
    this.#row = new VectorRow(row);
    this.#areAll = areAll;
    this.#query = new VectorRow(query);
  }

  /** Returns the passages most similar to the query; computes all cosines. */
  nearest(): readonly number[] {
    if (!this.#areAll || !this.#query.has(0)) return [];
    const best: { readonly at: number; readonly cosine: number }[] = [];
    for (let at = 0; at < this.#row.count; at++) {
      const cosine = this.cosine(at);
      if (cosine < leastCosine || cosine <= (best[mostNearest - 1]?.cosine ?? 0)) continue;
      let index = best.length;
      while (index > 0 && best[index - 1]!.cosine < cosine) index--;
      best.splice(index, 0, { at, cosine });
      best.length = Math.min(best.length, mostNearest);
    }
    return best.map(({ at }) => at);
  }

  /** Returns the cosine with a passage; 0 if it is not encoded. */
  cosine(passage: number): number {
    return this.#row.cosine(passage, this.#query, 0);
  }
}
