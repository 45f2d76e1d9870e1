/**
 * Finds who acts in a clause and on whom, without a grammar: what stands before the verb and after
 * it, the other way round for a passive.
 */
import { functionWords } from "../../../text/languageTables.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { clauseEnd, clauseStart } from "../clauses.ts";
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { isLostTo, type VerbPair } from "./verbPairs.ts";
import { isFormOfBe, verbKey } from "./verbs.ts";

/** The agents and objects of a verb, as indices of units. */
interface Roles {
  readonly agents: readonly number[];
  readonly patients: readonly number[];
}

/**
 * Verbs that mean the same with agent and object swapped: "X met Y" is "Y met X", and a bill passes
 * the House as the House passes it.
 */
const mutual: ReadonlySet<string> = new Set(
  "meet talk speak clash marry wed fight play discuss agree compete border negotiate share exchange join pass"
    .split(" ")
    .map(verbKey),
);

/**
 * True if the agent on one side is the object on the other, and vice versa. Only the two parties of
 * the verb count, not what prepositions add to it: in "workers were wounded in the bombing" and
 * "the bombing wounded workers" nobody is swapped.
 */
export function areRolesSwapped(sides: Sides, { page, corpus }: VerbPair): boolean {
  if (mutual.has(verbKey(sides.page.words[page]!.folded))) return false;
  const own = partiesOf(sides.pageSide, page);
  const other = partiesOf(sides.corpusSide, corpus);
  if (own.preposition !== other.preposition) return false;
  const isName =
    ({ passage }: Side) =>
    (unit: number) =>
      passage.units[unit]!.kind === "name";
  const named = (side: Side, roles: Roles) => ({
    agents: roles.agents.filter(isName(side)),
    patients: roles.patients.filter(isName(side)),
  });
  return (
    areSwapped(sides, own, other) ||
    areSwapped(sides, named(sides.pageSide, own), named(sides.corpusSide, other))
  );
}

/** The two parties of a verb. */
interface Parties extends Roles {
  /**
   * The word between a passive and its other party, if not "by": in "A is based on B", B counts as
   * the agent. "" if there is none.
   */
  readonly preposition: string;
}

/**
 * Returns the heads of a verb's subject, and its object up to the first preposition with who gave
 * or received it.
 */
function partiesOf(side: Side, verb: number): Parties {
  const end = clauseEnd(side.clauses, verb);
  const before = headsOf(side, subjectsOf(side, verb));
  const first = prepositionFrom(side, verb + 1, end);
  const object = thingsBetween(side, verb + 1, first);
  if (!isPassive(side, verb)) {
    const patients = [...object, ...giversAndReceivers(side, first, end)];
    if (isLostTo(side, verb)) return { agents: patients, patients: before, preposition: "" };
    return { agents: before, patients, preposition: "" };
  }
  const by = byOf(side, verb);
  const at = by ?? first;
  const party = thingsBetween(side, at + 1, prepositionFrom(side, at + 1, end));
  const word = by === null ? side.passage.words[first]?.folded : "";
  return { agents: party, patients: before, preposition: word ?? "" };
}

/** Returns the names after "from" and "to". */
function giversAndReceivers(side: Side, from: number, end: number): readonly number[] {
  const { units, words } = side.passage;
  return thingsBetween(side, from, end).filter((unit) => {
    const before = words[wordIndexOf(side.passage, units[unit]!) - 1]?.folded;
    return units[unit]!.kind === "name" && (before === "from" || before === "to");
  });
}

/** Returns the units before the first preposition between them, which are no numbers; else all. */
function headsOf(side: Side, subjects: readonly number[]): readonly number[] {
  const things = subjects.filter((unit) => side.passage.units[unit]!.kind !== "number");
  const [head] = things;
  if (head === undefined) return [];
  const at = wordIndexOf(side.passage, side.passage.units[head]!);
  const end = prepositionFrom(side, at, clauseEnd(side.clauses, at));
  return things.filter((unit) => wordIndexOf(side.passage, side.passage.units[unit]!) < end);
}

/**
 * Returns the index of the first preposition that is no part of a name or infinitive; `end` if
 * there is none.
 */
function prepositionFrom({ passage, clauses }: Side, from: number, end: number): number {
  const { words, units } = passage;
  const at = words.findIndex(
    ({ folded, start }, index) =>
      index >= from &&
      functionWords.prepositions.has(folded) &&
      !(folded === "to" && clauses.isVerb[index + 1]) &&
      !units.some((unit) => unit.start <= start && start < unit.end),
  );
  return at === -1 ? end : Math.min(at, end);
}

function thingsBetween(side: Side, from: number, to: number): readonly number[] {
  return unitsBetween(side, from, to).filter((unit) => side.passage.units[unit]!.kind !== "number");
}

function areSwapped({ partner }: Sides, own: Roles, other: Roles): boolean {
  const meet = (these: readonly number[], those: readonly number[]) =>
    these.some((unit) => those.includes(partner.get(unit) ?? -1));
  return (
    meet(own.agents, other.patients) &&
    meet(own.patients, other.agents) &&
    !meet(own.agents, other.agents)
  );
}

/** True if both verbs have an agent and the agents differ. */
export function haveOtherAgents(sides: Sides, { page, corpus }: VerbPair): boolean {
  const own = rolesOf(sides.pageSide, page).agents;
  const other = rolesOf(sides.corpusSide, corpus).agents;
  if (own.length === 0 || other.length === 0) return false;
  return !own.some((unit) => other.includes(sides.partner.get(unit) ?? -1));
}

/** The most words between a passive verb and the "by" of its agent. */
const byReach = 8;

/** Returns the agents and objects of a verb, with what prepositions add to it. */
function rolesOf(side: Side, verb: number): Roles {
  const before = subjectsOf(side, verb);
  const after = unitsBetween(side, verb + 1, clauseEnd(side.clauses, verb));
  if (!isPassive(side, verb)) return { agents: before, patients: after };
  const by = byOf(side, verb);
  if (by === null) return { agents: [], patients: before };
  return { agents: unitsBetween(side, by + 1, clauseEnd(side.clauses, by)), patients: before };
}

/** Returns the index of the "by" of a passive verb's agent; null if there is none. */
function byOf({ passage: { words } }: Side, verb: number): number | null {
  const by = words.findIndex(
    ({ folded }, index) => folded === "by" && index > verb && index <= verb + byReach,
  );
  return by === -1 ? null : by;
}

/** True for a passive verb. */
export function isPassive({ passage }: Side, verb: number): boolean {
  const { words, text } = passage;
  let at = verb - 1;
  while (at >= 0 && (passage.negations.includes(at) || isAdverbial(passage, words[at]!))) at--;
  const isParticiple = !words[verb]!.folded.endsWith("ing");
  const next = words[verb + 1];
  const isBy = next?.folded === "by" && !text.slice(words[verb]!.end, next.start).includes(",");
  const isReduced = isBy && words[verb]!.folded.endsWith("ed");
  return isParticiple && (isReduced || isFormOfBe(words[at]?.folded ?? ""));
}

/** True for what may stand between "was" and a participle: "today", "badly". */
function isAdverbial({ units }: PreparedPassage, { folded, start }: Token): boolean {
  const isOfDate = () =>
    units.some((unit) => unit.kind === "date" && unit.start <= start && start < unit.end);
  return functionWords.adverbs.has(folded) || folded.endsWith("ly") || isOfDate();
}

/**
 * Returns the units before the verb in its clause; for a relative clause, the unit that it refers
 * to.
 */
export function subjectsOf(side: Side, verb: number): readonly number[] {
  const start = clauseStart(side.clauses, verb);
  const own = unitsBetween(side, start, verb);
  if (own.length > 0 || !relatives.has(side.passage.words[start]!.folded)) return own;
  const { units } = side.passage;
  const before = units.findLastIndex((unit) => wordIndexOf(side.passage, unit) < start);
  return before < 0 ? [] : [before];
}

const relatives: ReadonlySet<string> = new Set(["who", "which", "that", "whom"]);

/** Returns the indices of the units whose first word is in a range; no dates and no negations. */
export function unitsBetween({ passage }: Side, from: number, to: number): readonly number[] {
  return passage.units.flatMap((unit, i) => {
    const at = wordIndexOf(passage, unit);
    const isSomebody = unit.kind !== "date" && !passage.negations.includes(at);
    return at >= from && at < to && isSomebody ? [i] : [];
  });
}
