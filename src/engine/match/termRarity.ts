import type { Library } from "../library/library.ts";

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

/** Rarity of terms among the passages whose terms are given. */
export function termRarity(termsByPassage: Iterable<Iterable<number>>): TermRarity {
  const times = new Map<number, number>();
  let passages = 0;
  for (const terms of termsByPassage) {
    passages++;
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  }
  if (passages < 2) return everyTermTells;
  const most = Math.log(passages);
  return { of: (hash) => Math.log(passages / (times.get(hash) ?? 1)) / most };
}

/** Rarity of terms among the passages of an article of the library. */
export function rarityInArticle(library: Library, article: number): TermRarity {
  const { first, count } = library.passagesOf(article);
  return termRarity(Array.from({ length: count }, (_, i) => library.termsOf(first + i)));
}

/** What is left of the weight of a term that stands in every passage of its article. */
const leastTelling = 0.15;

/** The share of a term's weight that is left for telling passages apart: 0.15..1. */
export function shareLeft(rarity: TermRarity, hash: number): number {
  return leastTelling + (1 - leastTelling) * rarity.of(hash);
}
