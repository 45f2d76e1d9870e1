import type { Library } from "../../../src/engine/library/index.ts";

/**
 * Exact BM25 over all postings of a library (Robertson & Zaragoza, 2009; k1 1.2, b 0.75): the slow
 * search that the fast one is held against. Every term of a passage counts once.
 */
export function exactSearch(library: Library) {
  const lengths = new Float32Array(library.passageEnd);
  for (const { segment, firstPassage } of library.parts) {
    for (let passage = 0; passage < segment.passageCount; passage++) {
      lengths[firstPassage + passage] = segment.forwardTerms(passage).length;
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scores = new Float64Array(library.passageEnd);
  return (terms: Iterable<number>, top: number): readonly number[] => {
    scores.fill(0);
    for (const term of terms) {
      const times = library.documentFrequency(term);
      const rarity = rarityOf(times, library.passageCount);
      for (const { segment, firstPassage } of library.parts) {
        for (const passage of segment.terms.postingsAt(segment.terms.indexOf(term))) {
          const number = firstPassage + passage;
          scores[number]! += termScore(rarity, lengths[number]! / mean);
        }
      }
    }
    return highest(scores, top);
  };
}

/** BM25's weight of a term that so many of all passages have. */
function rarityOf(times: number, passageCount: number): number {
  return Math.log(1 + (passageCount - times + 0.5) / (times + 0.5));
}

/**
 * What a shared term adds to a passage's score.
 * @param length the passage's terms, as a share of the mean
 */
function termScore(rarity: number, length: number): number {
  return (rarity * 2.2) / (1 + 1.2 * (0.25 + 0.75 * length));
}

/** The places of the highest scores, best first. */
function highest(scores: Float64Array, top: number): readonly number[] {
  const best: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score === 0 || (best.length === top && score <= scores[best[top - 1]!]!)) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at--;
    best.splice(at, 0, i);
    if (best.length > top) best.pop();
  }
  return best;
}
