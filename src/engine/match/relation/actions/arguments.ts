/** Finds what the clause of a verb is about: its subject, its object and what is added to them. */
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import type { VerbPair } from "./verbPairs.ts";

/**
 * True if a unit of one verb's clause is paired with a unit of the other's. The subject may be in
 * an earlier clause, before "and".
 */
export function shareArguments(sides: Sides, { page, corpus }: VerbPair): boolean {
  const own = unitsOfClause(sides.pageSide, page);
  const other = unitsOfClause(sides.corpusSide, corpus);
  return own.some((unit) => other.includes(sides.partner.get(unit) ?? -1));
}

/** Returns the indices of the units in a word's clause, without the word itself. */
function unitsOfClause({ passage, clauses }: Side, index: number): readonly number[] {
  const clause = clauses.of[index]!;
  const first = clauses.of.indexOf(clause);
  const hasSubject = passage.units.some((unit) => {
    const at = wordIndexOf(passage, unit);
    return at >= first && at < index && !passage.negations.includes(at);
  });
  const isGoingOn = !hasSubject || goingOn.has(passage.words[first]!.folded);
  const next = clauses.of.indexOf(clause + 1);
  const hasAdjunct = adjuncts.has(passage.words[next]?.folded ?? "");
  const from = isGoingOn ? clause - subjectReach : clause;
  const to = hasAdjunct ? clause + 1 : clause;
  return passage.units.flatMap((unit, i) => {
    const at = wordIndexOf(passage, unit);
    const of = clauses.of[at] ?? -1;
    return at !== index && of >= from && of <= to ? [i] : [];
  });
}

/** Words that begin a clause of time or reason. */
const adjuncts: ReadonlySet<string> = new Set("when after as while because before".split(" "));

/** The most clauses back to the subject: one clause may be inserted between. */
const subjectReach = 2;

/** Words that continue a sentence with a clause that has no subject of its own. */
const goingOn: ReadonlySet<string> = new Set("and but or who which that".split(" "));
