import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";

/** Words that limit a clause to some of a group, so that two clauses may mean different members. */
const some: ReadonlySet<string> = new Set(
  "some many most several certain others another partly mostly".split(" "),
);
/** Words that place a clause at another time. */
const times: ReadonlySet<string> = new Set(
  "again now once formerly previously earlier ago".split(" "),
);

/**
 * True if the clauses of two words describe the same matter: neither speaks only of some of a
 * group, both are at the same time, and not both have something of their own after the verb ("in
 * cities" and "in villages", "on Monday" and "on Sunday").
 */
export function isOfOneClause(sides: Sides, page: number, corpus: number): boolean {
  const taken = new Set(sides.partner.values());
  const { pageSide, corpusSide } = sides;
  if (wordsIn(pageSide, page, some) + wordsIn(corpusSide, corpus, some) !== "") return false;
  if (wordsIn(pageSide, page, times) !== wordsIn(corpusSide, corpus, times)) return false;
  if (Math.max(unitsIn(pageSide, page), unitsIn(corpusSide, corpus)) > mostUnits) return true;
  const own = isLeftAfter(pageSide, page, (unit) => sides.partner.has(unit));
  return !own || !isLeftAfter(corpusSide, corpus, (unit) => taken.has(unit));
}

/**
 * The most units of clauses whose endings are compared. A longer clause says more than where and
 * when.
 */
const mostUnits = 6;

function unitsIn({ passage, clauses }: Side, index: number): number {
  const isOwn = (at: number) => clauses.of[at] === clauses.of[index];
  return passage.units.filter((unit) => isOwn(wordIndexOf(passage, unit))).length;
}

function wordsIn({ passage, clauses }: Side, index: number, words: ReadonlySet<string>): string {
  return passage.words
    .filter(({ folded }, at) => clauses.of[at] === clauses.of[index] && words.has(folded))
    .map(({ folded }) => folded)
    .join(" ");
}

/** True if, after a word, the clause contains something that the other passage lacks. */
function isLeftAfter(
  { passage, clauses }: Side,
  index: number,
  isPaired: (unit: number) => boolean,
): boolean {
  return passage.units.some((unit, i) => {
    const at = wordIndexOf(passage, unit);
    return at > index && clauses.of[at] === clauses.of[index] && !isPaired(i);
  });
}
