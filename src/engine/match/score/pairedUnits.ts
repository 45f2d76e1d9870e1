import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";

/** The count of unpaired units at which the feature reaches its maximum. */
const manyNames = 6;
const manyNumbers = 2;

/** Returns the features for paired units and for units that only one passage has. */
export function pairedUnitFeatures(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
) {
  const ofPage = leftOver(page.units, new Set(pairs.map((pair) => pair.page)));
  const ofCorpus = leftOver(corpus.units, new Set(pairs.map((pair) => pair.corpus)));
  const isDenied = page.negations.length > 0;
  return {
    /**
     * Share of neighbouring units that are neighbours in both passages: mostly set phrases and
     * titles.
     */
    neighbourPairs: neighbourPairs(pairs, page.units.length + corpus.units.length),
    /** Unpaired names of the side that has more of them, 0..1. */
    namesAlone: Math.min(manyNames, Math.max(ofPage.name, ofCorpus.name)) / manyNames,
    /** Unpaired numbers, counted on the side with fewer, 0..1. */
    numbersAlone: Math.min(manyNumbers, ofPage.number, ofCorpus.number) / manyNumbers,
    /** 1 if only one side has a negation ("not", "never"), else 0. */
    negationApart: isDenied === corpus.negations.length > 0 ? 0 : 1,
  };
}

/** Counts the unpaired units of each kind. */
function leftOver(units: readonly Unit[], paired: ReadonlySet<number>) {
  const left = { word: 0, name: 0, number: 0, date: 0 };
  units.forEach(({ kind }, index) => {
    if (!paired.has(index)) left[kind]++;
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
