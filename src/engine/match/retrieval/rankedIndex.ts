/**
 * An inverted index that ranks by BM25 (Robertson and Zaragoza 2009). Terms are numbered; a term's
 * postings are the passages with it, ascending, and how often it occurs in each:
 *
 *   starts    [t] first posting of term t          Uint32, terms + 1
 *   passages  [p] passage                          Uint32
 *   times     [p] occurrences in that passage      Uint8, cut at 255
 */
export interface RankedIndex {
  /** Returns the rarity of a term, in nats. */
  rarity(term: string): number;
  /**
   * Adds the value of the given terms to each passage's score; appends passages that had a score of
   * 0 to `touched`.
   */
  score(terms: Iterable<string>, scores: Float32Array, weight: number, touched: number[]): void;
}

/** BM25's k1 (saturation of repeated terms) and b (penalty for length). */
const saturation = 0.9;
const lengthShare = 0.4;
/**
 * The least number of passages with a term for it to count as common, which matters in small
 * libraries.
 */
const fewestCommon = 50;

/**
 * Returns the index of passages given as lists of terms, in order.
 * @param commonShare terms in a larger share of the passages are not scored
 */
export function createRankedIndex(
  passages: readonly (readonly string[])[],
  commonShare = 1,
): RankedIndex {
  const numbers = new Map<string, number>();
  const counts = passages.map((terms) => countTerms(terms, numbers));
  const { starts, places, times } = postingsOf(counts, numbers.size);
  const mean = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length);
  const norms = Float32Array.from(
    passages,
    ({ length }) => saturation * (1 - lengthShare + (lengthShare * length) / Math.max(1, mean)),
  );
  const mostPostings = Math.max(fewestCommon, commonShare * passages.length);
  const rarityOf = (count: number) => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  return {
    rarity(term) {
      const number = numbers.get(term);
      return rarityOf(number === undefined ? 0 : starts[number + 1]! - starts[number]!);
    },
    score(terms, scores, weight, touched) {
      for (const term of terms) {
        const number = numbers.get(term);
        if (number === undefined) continue;
        const end = starts[number + 1]!;
        if (end - starts[number]! > mostPostings) continue;
        const worth = weight * (saturation + 1) * rarityOf(end - starts[number]!);
        for (let at = starts[number]!; at < end; at++) {
          const passage = places[at]!;
          if (scores[passage] === 0) touched.push(passage);
          scores[passage]! += (worth * times[at]!) / (times[at]! + norms[passage]!);
        }
      }
    },
  };
}

function countTerms(
  terms: readonly string[],
  numbers: Map<string, number>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
    }
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function postingsOf(counts: readonly ReadonlyMap<number, number>[], terms: number) {
  const starts = new Uint32Array(terms + 1);
  for (const count of counts) for (const term of count.keys()) starts[term + 1]!++;
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const places = new Uint32Array(starts[terms]!);
  const times = new Uint8Array(starts[terms]!);
  counts.forEach((count, passage) => {
    for (const [term, often] of count) {
      const at = next[term]!++;
      places[at] = passage;
      times[at] = Math.min(255, often);
    }
  });
  return { starts, places, times };
}
