/**
 * How much a term tells one passage of an article from the others: 1 for a term that stands in
 * one passage, falling to 0 for one that stands in all. That two articles speak of Syria is the
 * tie between the articles; it says nothing about which of their sentences say the same.
 */
export interface TermRarity {
  of(hash: number): number;
}

/** In an article of one passage, or none known, every term tells. */
export const everyTermTells: TermRarity = { of: () => 1 };

/** Rarity of a term that stands in `times` of an article's passages. */
export function rarityOf(times: number, passageCount: number): number {
  if (passageCount < 2) return 1;
  const most = Math.log(passageCount);
  return (most - Math.log(Math.min(passageCount, Math.max(1, times)))) / most;
}

/** Rarity of terms among the passages whose terms are given. */
export function termRarity(termsByPassage: readonly Iterable<number>[]): TermRarity {
  const times = new Map<number, number>();
  for (const terms of termsByPassage) {
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  }
  return { of: (hash) => rarityOf(times.get(hash) ?? 1, termsByPassage.length) };
}

/** What is left of the weight of a term that stands in every passage of its article. */
const leastTelling = 0.15;

/** The share of a term's weight that is left for telling passages apart: 0.15..1. */
export function shareLeft(rarity: number): number {
  return leastTelling + (1 - leastTelling) * rarity;
}
