import { VectorRow } from "../../meaning/compactVector.ts";

/** The vectors of the passages that can be found. */
export interface PassageVectors {
  /**
   * One for each passage, in order (compactVector.ts); all zero for what is not encoded. It may be
   * filled between queries.
   */
  readonly row: Uint8Array;
  /** Whether all are there: only then are passages found by them, and not only weighed. */
  readonly areAll: boolean;
}

/** So many of the nearest are weighed beside those that the words find. */
const mostNearest = 16;
/** What is less like the query than this answers none: measured by `npm run eval -- retrieval`. */
const leastCosine = 0.3;

/** A query's vector beside those of the passages. */
export class SoughtVectors {
  readonly #row: VectorRow;
  readonly #areAll: boolean;
  readonly #query: VectorRow;

  constructor({ row, areAll }: PassageVectors, query: Uint8Array) {
    this.#row = new VectorRow(row);
    this.#areAll = areAll;
    this.#query = new VectorRow(query);
  }

  /** The passages that are likest the query; their cosines are all worked out. */
  nearest(): readonly number[] {
    if (!this.#areAll || !this.#query.has(0)) return [];
    const best: { readonly at: number; readonly cosine: number }[] = [];
    for (let at = 0; at < this.#row.count; at++) {
      const cosine = this.cosine(at);
      if (cosine < leastCosine || cosine <= (best[mostNearest - 1]?.cosine ?? 0)) continue;
      let place = best.length;
      while (place > 0 && best[place - 1]!.cosine < cosine) place--;
      best.splice(place, 0, { at, cosine });
      best.length = Math.min(best.length, mostNearest);
    }
    return best.map(({ at }) => at);
  }

  /** 0 for what is not encoded. */
  cosine(passage: number): number {
    return this.#row.cosine(passage, this.#query, 0);
  }
}
