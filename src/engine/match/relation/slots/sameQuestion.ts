/**
 * Decides whether two facts answer the same question (when, how many, where) about the same action.
 * The action is the verb of the clause with the fact; if a clause has none, as in headlines and in
 * languages whose verbs are unknown, the words beside the fact must be shared.
 */
import { groupsOf } from "../../score/relatedWords.ts";
import { verbKey } from "../actions/verbs.ts";
import { clauseEnd, clauseStart } from "../clauses.ts";
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";

/** Auxiliaries and verbs with hardly any meaning of their own. */
const lightVerbs: ReadonlySet<string> = new Set(["be", "have", "do"].map(verbKey));

/**
 * Returns the index of the verb that governs a fact: the nearest one before it in its clause, else
 * after it; null if there is none.
 */
export function verbOf({ passage, clauses }: Side, unit: number): number | null {
  const at = wordIndexOf(passage, passage.units[unit]!);
  const [start, end] = [clauseStart(clauses, at), clauseEnd(clauses, at)];
  let found: number | null = null;
  for (let index = at - 1; index >= start; index--) {
    if (!clauses.isVerb[index]) continue;
    found ??= index;
    if (!isLight(passage.words[index]!.folded)) return index;
  }
  for (let index = at; index < end; index++) {
    if (!clauses.isVerb[index]) continue;
    found = index;
    if (!isLight(passage.words[index]!.folded)) return index;
  }
  return found;
}

/** True if the verb that governs a fact is a light one: "was in hospital for three days". */
export function isGovernedByLightVerb(side: Side, unit: number): boolean {
  const verb = verbOf(side, unit);
  return verb !== null && isLight(side.passage.words[verb]!.folded);
}

function isLight(folded: string): boolean {
  return lightVerbs.has(verbKey(folded));
}

/** True if the verbs that govern two facts are the same or synonyms; null if one fact has none. */
export function isSameVerb(sides: Sides, i: number, j: number): boolean | null {
  const page = verbOf(sides.pageSide, i);
  const corpus = verbOf(sides.corpusSide, j);
  if (page === null || corpus === null) return null;
  return areSameWords(sides, page, corpus);
}

/** True for two forms of a verb, and for two words that are paired or related. */
export function areSameWords({ page, corpus }: Sides, a: number, b: number): boolean {
  const [one, other] = [page.words[a]!, corpus.words[b]!];
  if (verbKey(one.folded) === verbKey(other.folded)) return true;
  return areRelatedStems(one.form.stem, other.form.stem);
}

/** True for the stems of two words that news uses for the same thing. */
export function areRelatedStems(a: string, b: string): boolean {
  const groups = groupsOf(a);
  return groupsOf(b).some((group) => groups.includes(group));
}

/**
 * Returns the key of the verb that both facts stand right after, or after its preposition: "born in
 * Ulm", "born 3 May"; null if there is none, or another one on each side.
 */
export function verbRightBefore(sides: Sides, i: number, j: number): string | null {
  const verbBefore = ({ passage, clauses }: Side, fact: number) => {
    const at = wordIndexOf(passage, passage.units[fact]!);
    return [at - 1, at - 2].find(
      (index) => clauses.isVerb[index] === true && clauses.of[index] === clauses.of[at],
    );
  };
  const [one, other] = [verbBefore(sides.pageSide, i), verbBefore(sides.corpusSide, j)];
  if (one === undefined || other === undefined || !areSameWords(sides, one, other)) return null;
  return verbKey(sides.page.words[one]!.folded);
}

/**
 * True if the units directly before the facts, or those directly after, are paired with each other.
 */
export function standBesideTheSame({ partner }: Sides, i: number, j: number): boolean {
  return partner.get(i - 1) === j - 1 || partner.get(i + 1) === j + 1;
}

/**
 * True if the units directly before the facts, and those directly after, are paired with each
 * other.
 */
export function standBetweenTheSame({ partner }: Sides, i: number, j: number): boolean {
  return partner.get(i - 1) === j - 1 && partner.get(i + 1) === j + 1;
}

/** The fewest units that two clauses must share to describe the same thing. */
const fewestShared = 3;
const mostAlone = 1;

/** True if the clauses of two facts share nearly everything except the verb. */
function areClausesAlike({ pageSide, corpusSide, partner }: Sides, i: number, j: number): boolean {
  const own = restOfClause(pageSide, i);
  const other = restOfClause(corpusSide, j);
  const shared = own.filter((unit) => other.includes(partner.get(unit) ?? -1)).length;
  const alone = Math.max(own.length, other.length) - shared;
  return shared >= fewestShared && alone <= mostAlone;
}

/** True if both facts belong to the same action, or to clauses that differ only in the verb. */
export function areOfOneClause(sides: Sides, i: number, j: number): boolean {
  if (standBetweenTheSame(sides, i, j)) return true;
  const isSame = isSameVerb(sides, i, j) ?? standBesideTheSame(sides, i, j);
  return isSame || areClausesAlike(sides, i, j);
}

/** Returns the units of a fact's clause, without verbs and the fact itself. */
function restOfClause({ passage, clauses }: Side, fact: number): readonly number[] {
  const clause = clauses.of[wordIndexOf(passage, passage.units[fact]!)];
  return passage.units.flatMap((unit, i) => {
    const at = wordIndexOf(passage, unit);
    return i !== fact && clauses.of[at] === clause && !clauses.isVerb[at] ? [i] : [];
  });
}

/**
 * Prepositions before a date or place, grouped by the question that they answer. Facts with
 * prepositions of two groups answer different questions.
 */
const prepositions: readonly (readonly string[])[] = [
  ["since", "from"],
  ["until", "till", "by"],
  ["before"],
  ["after", "following"],
  ["to", "into", "toward", "towards", "for"],
  ["of"],
  ["with", "between"],
  ["near", "outside", "around"],
  ["over", "about"],
  ["against"],
  ["under"],
  ["through", "via"],
];

/** Returns the group of a fact's preposition; 0 for "on", "in", "at" and none. */
export function questionOf({ passage }: Side, unit: number): number {
  const at = wordIndexOf(passage, passage.units[unit]!);
  for (let index = at - 1; index >= Math.max(0, at - 2); index--) {
    const { folded } = passage.words[index]!;
    const line = prepositions.findIndex((words) => words.includes(folded));
    if (line >= 0) return line + 1;
    if (folded !== "the" && folded !== "early" && folded !== "late") return 0;
  }
  return 0;
}
