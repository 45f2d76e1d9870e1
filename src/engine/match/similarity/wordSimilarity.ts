import type { StatementWord } from "./statementWords.ts";
import { nearness } from "./wordVectors.ts";

/** The similarity from which two words count as the same: equal, another form, or an alias. */
export const sameWord = 0.94;
const sameStem = 0.97;
const sameName = 0.95;
/** The similarity of two words of one group in assets/model/relatedWords.json. */
const sameGroup = 0.7;
const sameBeginning = 0.75;
const beginning = 5;
/** The least similarity of two spellings of one word. */
const leastSpelling = 0.7;
const fewestLetters = 4;

/**
 * Returns the similarity of two words: 1 for the same, 0 for nothing in common. Different numbers
 * always have 0.
 */
export function wordSimilarity(one: StatementWord, other: StatementWord): number {
  if (one.folded === other.folded) return 1;
  if (one.stem === other.stem || one.key === other.key) return sameStem;
  if (one.unit && other.unit && one.unit.key === other.unit.key) return sameName;
  if (isNumber(one) || isNumber(other)) return 0;
  let best = one.groups.some((group) => other.groups.includes(group)) ? sameGroup : 0;
  if (one.vector !== null && other.vector !== null) {
    best = Math.max(best, nearness(one.vector, other.vector));
  }
  return Math.max(best, likeSpelling(one.folded, other.folded));
}

function isNumber({ kind, unit }: StatementWord): boolean {
  return kind === "number" || (unit?.number ?? null) !== null;
}

function likeSpelling(one: string, other: string): number {
  if (one.length < fewestLetters || other.length < fewestLetters) return 0;
  const begins = one.slice(0, beginning) === other.slice(0, beginning) ? sameBeginning : 0;
  const longest = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < leastSpelling * longest) return begins;
  const alike = 1 - editDistance([...one], [...other]) / longest;
  return alike >= leastSpelling ? Math.max(begins, alike) : begins;
}

/**
 * Returns the fewest insertions, deletions and replacements that turn one list into the other
 * (Levenshtein).
 */
export function editDistance(one: readonly string[], other: readonly string[]): number {
  let before = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      now[j] = Math.min(before[j]! + 1, now[j - 1]! + 1, replaced);
    }
    before = now;
  }
  return before[other.length]!;
}
