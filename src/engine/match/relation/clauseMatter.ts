import { placeOfWord, type Side, type Sides } from "./slotSides.ts";

/** Words with which a clause tells of some only, of whom nothing says whether they are the same. */
const some: ReadonlySet<string> = new Set(
  "some many most several certain others another partly mostly".split(" "),
);
/** Words for another time. */
const times: ReadonlySet<string> = new Set(
  "again now once formerly previously earlier ago".split(" "),
);

/**
 * True if the clauses of two words tell of one matter: of all or of some in both, at one time, and with
 * nothing of its own after the verb in both ("in cities" and "in villages", "on Monday" and "on Sunday").
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

/** A longer clause has more to tell than where and when. */
const mostUnits = 6;

function unitsIn({ passage, clauses }: Side, place: number): number {
  const isOwn = (at: number) => clauses.of[at] === clauses.of[place];
  return passage.units.filter((unit) => isOwn(placeOfWord(passage, unit))).length;
}

function wordsIn({ passage, clauses }: Side, place: number, words: ReadonlySet<string>): string {
  return passage.words
    .filter(({ folded }, at) => clauses.of[at] === clauses.of[place] && words.has(folded))
    .map(({ folded }) => folded)
    .join(" ");
}

/** True if the clause has something after a word that the other passage lacks. */
function isLeftAfter(
  { passage, clauses }: Side,
  place: number,
  isPaired: (unit: number) => boolean,
): boolean {
  return passage.units.some((unit, i) => {
    const at = placeOfWord(passage, unit);
    return at > place && clauses.of[at] === clauses.of[place] && !isPaired(i);
  });
}
