import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";

/** Counts of units without a partner from which one more tells nothing. */
const manyNames = 6;
const manyNumbers = 2;

/** How alike the wording is, and what each side has that the other lacks. */
export function pairedUnitFeatures(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
) {
  const ofPage = leftOver(page.units, new Set(pairs.map((pair) => pair.page)));
  const ofCorpus = leftOver(corpus.units, new Set(pairs.map((pair) => pair.corpus)));
  const isDenied = page.negations.length > 0;
  return {
    /** The share of neighbours that are neighbours on the other side too: set phrases and titles, mostly. */
    neighbourPairs: neighbourPairs(pairs, page.units.length + corpus.units.length),
    /** Names of the side that has more of them to itself. */
    namesAlone: Math.min(manyNames, Math.max(ofPage.name, ofCorpus.name)) / manyNames,
    /** Numbers that each of the sides has to itself. */
    numbersAlone: Math.min(manyNumbers, ofPage.number, ofCorpus.number) / manyNumbers,
    /** 1 if one side has a "not" or "never" and the other has none. */
    negationApart: isDenied === corpus.negations.length > 0 ? 0 : 1,
  };
}

/** How many units of each kind have no partner. */
function leftOver(units: readonly Unit[], paired: ReadonlySet<number>) {
  const left = { word: 0, name: 0, number: 0, date: 0 };
  units.forEach(({ kind }, place) => {
    if (!paired.has(place)) left[kind]++;
  });
  return left;
}

function neighbourPairs(pairs: readonly Pair[], units: number): number {
  let both = 0;
  pairs.forEach(({ page, corpus }, i) => {
    const before = pairs[i - 1];
    if (before && page === before.page + 1 && corpus === before.corpus + 1) both++;
  });
  return (2 * both) / Math.max(1, units - 2);
}
