/**
 * The share of the library's passages whose postings are read for one passage. A fixed budget finds
 * less as the library grows. Of 6 %, 1.5 % may add new passages; this found .99 of what exact
 * search finds among its first ten (`npm run bench -- index`). Reading all postings, twice as many,
 * found no more.
 */
const budgetShare = 0.06;
const leastBudget = 4000;
/**
 * The share of the budget that may add new passages. Commoner terms only raise scores: a match also
 * shares one of the rarer terms.
 */
const freshShare = 0.015;
const leastFresh = 1000;

/** How many of a passage's terms are searched, the rarest first. */
export interface SearchedTerms {
  /** The first terms, which find passages. */
  readonly finding: number;
  /** All searched terms; those after `finding` only raise the scores of what is found. */
  readonly all: number;
}

/**
 * Returns how many terms of a passage are searched.
 * @param times the numbers of library passages with each term, ascending
 */
export function searchedTerms(times: ArrayLike<number>, passageCount: number): SearchedTerms {
  const budget = Math.max(leastBudget, Math.ceil(passageCount * budgetShare));
  const fresh = Math.max(leastFresh, Math.ceil(passageCount * freshShare));
  let finding = 0;
  let all = 0;
  for (let read = 0; all < times.length; all++) {
    if (read + times[all]! > budget) break;
    if (read < fresh) finding++;
    read += times[all]!;
  }
  return { finding, all };
}
