/**
 * How well a term distinguishes one passage of an article from the others: 1 for a term in one
 * passage, falling to 0 for a term in all. That two articles both mention Syria connects the
 * articles; it does not show which of their sentences say the same.
 */
export interface TermRarity {
  of(hash: number): number;
}

/** Rarity in an article of one passage, or of unknown passages: every term has full weight. */
export const withoutDiscount: TermRarity = { of: () => 1 };

/** Returns the rarity (0..1) of a term that occurs in `times` of an article's passages. */
export function rarityOf(times: number, passageCount: number): number {
  if (passageCount < 2) return 1;
  const most = Math.log(passageCount);
  return (most - Math.log(Math.min(passageCount, Math.max(1, times)))) / most;
}

/** Returns the rarity of terms among the given passages' terms. */
export function termRarity(termsByPassage: readonly Iterable<number>[]): TermRarity {
  const times = new Map<number, number>();
  for (const terms of termsByPassage) {
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  }
  return { of: (hash) => rarityOf(times.get(hash) ?? 1, termsByPassage.length) };
}

/** The share of weight that a term in every passage of its article keeps. */
const leastKept = 0.15;

/** Returns the share of a term's weight that distinguishes passages: 0.15..1. */
export function keptShare(rarity: number): number {
  return leastKept + (1 - leastKept) * rarity;
}
