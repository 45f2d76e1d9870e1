import type { StatementWord } from "./statementWords.ts";
import { wordSimilarity } from "./wordSimilarity.ts";

/** Two aligned words: their indices in the two lists, and their similarity. */
export interface SoftPair {
  readonly one: number;
  readonly other: number;
  readonly similarity: number;
}

/**
 * Bonus for a pair whose neighbours are the same words; a pair at opposite ends of the sentences
 * loses a little.
 */
const neighbourBonus = 0.05;
const distanceMalus = 0.02;
const neighbourhood = [-2, -1, 1, 2];

/** Returns the similarity of each word of one list to each of the other, row by row. */
export function similarityTable(
  one: readonly StatementWord[],
  other: readonly StatementWord[],
): Float64Array {
  const table = new Float64Array(one.length * other.length);
  let at = 0;
  for (const a of one) for (const b of other) table[at++] = wordSimilarity(a, b);
  return table;
}

/**
 * Pairs the words of two statements one to one, the most similar first (after Sultan, Bethard and
 * Sumner 2014, without a parser). Sorted by index in the first.
 */
export function alignSoftly(
  one: readonly StatementWord[],
  other: readonly StatementWord[],
  table: Float64Array,
  least: number,
): readonly SoftPair[] {
  const found: (SoftPair & { readonly rank: number })[] = [];
  for (let i = 0; i < one.length; i++) {
    for (let j = 0; j < other.length; j++) {
      const similarity = table[i * other.length + j]!;
      if (similarity < least) continue;
      const around = neighbourhood.filter(
        (step) => one[i + step] !== undefined && one[i + step]!.stem === other[j + step]?.stem,
      );
      const apart = Math.abs(i / one.length - j / other.length);
      const rank = similarity + neighbourBonus * around.length - distanceMalus * apart;
      found.push({ one: i, other: j, similarity, rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank || Math.abs(a.one - a.other) - Math.abs(b.one - b.other));
  const taken = new Set<number>();
  const pairs = found.filter(({ one: i, other: j }) => {
    if (taken.has(i) || taken.has(-1 - j)) return false;
    taken.add(i);
    taken.add(-1 - j);
    return true;
  });
  return pairs.sort((a, b) => a.one - b.one);
}
