import type { Library } from "../library/library.ts";
import type { ArticleId } from "../model/index.ts";
import { sketchBytes, VectorRow } from "./compactVector.ts";
import { sketchDistances } from "./sketchDistances.ts";

/**
 * Returns the packed vectors (compactVector.ts) of an article's passages, in their order; null if
 * it has none.
 */
export type VectorsOf = (article: ArticleId) => Uint8Array | null;

/** A passage of the library, by number, with its cosine to another: −1..1. */
export interface NearPassage {
  readonly passage: number;
  readonly cosine: number;
}

/**
 * The vectors of a library, ready to compare: sketches of 32 bytes a passage, and the full vectors.
 */
export interface MeaningIndex {
  /** True if anything is encoded. */
  readonly isAny: boolean;
  /** Cosine with a passage by number; null if it is not encoded. */
  cosineWith(own: VectorRow, index: number, passage: number): number | null;
  /** Returns at most `most` passages that may be shown, the nearest first. */
  nearest(
    own: VectorRow,
    index: number,
    most: number,
    mayShow: (passage: number) => boolean,
  ): readonly NearPassage[];
}

const sketchWords = sketchBytes / 4;

/** For each passage wanted, the vectors of this many nearest sketches are compared. */
const rescoredForEach = 16;

/** What the index needs to know of a library: which passages are whose. */
type PassageNumbers = Pick<
  Library,
  "passageEnd" | "articleEnd" | "articleId" | "articleOf" | "passagesOf"
>;

/** Builds the index of a library. Asks `vectorsOf` once for each article. */
export function createMeaningIndex(library: PassageNumbers, vectorsOf: VectorsOf): MeaningIndex {
  const rows = new Map<number, VectorRow>();
  const firsts = new Map<number, number>();
  const sketches = new Uint32Array(library.passageEnd * sketchWords);
  const isEncoded = new Uint8Array(library.passageEnd);
  let isAny = false;
  for (let article = 0; article < library.articleEnd; article++) {
    const bytes = vectorsOf(library.articleId(article));
    if (bytes === null) continue;
    const { first, count } = library.passagesOf(article);
    const row = new VectorRow(bytes);
    // The article was read differently when its vectors were made: they do not fit its passages.
    if (row.count !== count) continue;
    rows.set(article, row);
    firsts.set(article, first);
    for (let i = 0; i < count; i++) {
      if (!row.has(i)) continue;
      row.copySketch(i, sketches, (first + i) * sketchWords);
      isEncoded[first + i] = 1;
      isAny = true;
    }
  }
  const distances = new Uint16Array(library.passageEnd);

  function cosineWith(own: VectorRow, index: number, passage: number): number | null {
    if (isEncoded[passage] !== 1 || !own.has(index)) return null;
    const article = library.articleOf(passage);
    return own.cosine(index, rows.get(article)!, passage - firsts.get(article)!);
  }

  return {
    isAny,
    cosineWith,
    nearest(own, index, most, mayShow) {
      if (!isAny || !own.has(index)) return [];
      const sketch = new Uint32Array(sketchWords);
      own.copySketch(index, sketch, 0);
      sketchDistances(sketch, sketches, distances);
      return nearestSketches(distances, isEncoded, most * rescoredForEach)
        .filter(mayShow)
        .map((passage) => ({ passage, cosine: cosineWith(own, index, passage)! }))
        .sort((a, b) => b.cosine - a.cosine || a.passage - b.passage)
        .slice(0, most);
    },
  };
}

/**
 * Returns the passages with the nearest sketches: all up to the distance that gives `wanted` of
 * them, at most twice as many.
 */
function nearestSketches(
  distances: Uint16Array,
  isEncoded: Uint8Array,
  wanted: number,
): readonly number[] {
  const counts = new Uint32Array(8 * sketchBytes + 1);
  for (let passage = 0; passage < distances.length; passage++) {
    if (isEncoded[passage] === 1) counts[distances[passage]!]!++;
  }
  let most = 0;
  let sum = counts[0]!;
  while (sum < wanted && most + 1 < counts.length) sum += counts[++most]!;
  const found: number[] = [];
  for (let passage = 0; passage < distances.length && found.length < 2 * wanted; passage++) {
    if (distances[passage]! <= most && isEncoded[passage] === 1) found.push(passage);
  }
  return found;
}
