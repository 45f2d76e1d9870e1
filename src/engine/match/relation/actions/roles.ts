/**
 * Decides whether two passages with the same words describe different actions: agent and object are
 * swapped, one reports what the other only wants, a prize is won in one and sought in the other.
 * Such passages share nearly all of their words, so counting words cannot separate them. The rules
 * use the same clause roles, which is why they are in one file.
 */

import { stem } from "../../../text/stems.ts";
import { groupsOf } from "../../score/relatedWords.ts";
import { type Assertion, assertionAt } from "../polarity/assertion.ts";
import { isDeniedOfOthers } from "../polarity/denials.ts";
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { areRolesSwapped, subjectsOf } from "./agents.ts";
import { shareArguments } from "./arguments.ts";
import { isOnlyDemanded } from "./demandedActions.ts";
import { isOtherHead } from "./heads.ts";
import { resultPairs, type VerbPair, verbPairs } from "./verbPairs.ts";
import { verbKey } from "./verbs.ts";

/** Why two passages with the same words cannot be one statement. */
export type OtherAction =
  /** Agent and object are swapped. */
  | "swapped"
  /** One verb stands where the other passage has the verb of another action. */
  | "exchanged"
  /** What is done, by whom or to what is told in other terms, which may mean the same. */
  | "otherTerms";

/** Returns why the two passages cannot be one statement, whatever words they share; or null. */
export function otherActionOf(sides: Sides): OtherAction | null {
  const verbs = verbPairs(sides);
  const all = [...verbPairs(sides, true), ...resultPairs(sides)];
  if (all.some((verb) => areRolesSwapped(sides, verb))) return "swapped";
  const isOther =
    areOnlyWishedOnce(sides, verbs) ||
    isOnlyDemanded(sides.pageSide, sides.corpusSide) ||
    isOnlyDemanded(sides.corpusSide, sides.pageSide) ||
    verbs.some((verb) => isOtherHead(sides, verb) || isOtherOffice(sides, verb)) ||
    isSoughtOnce(sides) ||
    isDeniedOfOthers(sides) ||
    countOtherThings(sides);
  return isOther ? "otherTerms" : null;
}

/**
 * True if every shared action happened on one side and is only planned, asked for or tried on the
 * other.
 */
function areOnlyWishedOnce(sides: Sides, verbs: readonly VerbPair[]): boolean {
  const assertions = verbs
    .filter((verb) => shareArguments(sides, verb))
    .map(({ page, corpus }) => [
      assertionAt(sides.pageSide, page),
      assertionAt(sides.corpusSide, corpus),
    ]);
  const isApart = ([a, b]: readonly Assertion[]) => a !== b && (a === "open" || b === "open");
  return assertions.length > 0 && assertions.every(isApart);
}

/** Words that make a different office of an office. */
const officeWords: ReadonlySet<string> = new Set(
  "deputy vice assistant former ex acting interim incoming outgoing".split(" "),
);

/**
 * True if the offices of two unnamed subjects differ: "The deputy governor will retire" beside "The
 * governor will retire".
 */
function isOtherOffice(sides: Sides, { page, corpus }: VerbPair): boolean {
  const own = subjectsOf(sides.pageSide, page);
  const other = subjectsOf(sides.corpusSide, corpus);
  return own.some((unit) => {
    const partner = sides.partner.get(unit) ?? -1;
    if (!other.includes(partner)) return false;
    const offices = [officeOf(sides.pageSide, unit), officeOf(sides.corpusSide, partner)];
    return !offices.includes(null) && offices[0] !== offices[1];
  });
}

/**
 * Returns the word before an office that makes it a different one, or "" if there is none; null for
 * a name and for an office beside a name.
 */
function officeOf({ passage }: Side, unit: number): string | null {
  const { units, words } = passage;
  if (units[unit]!.kind !== "word" || units[unit + 1]?.name?.kind === "person") return null;
  const at = wordIndexOf(passage, units[unit]!);
  const before = words.slice(Math.max(0, at - 2), at).map(({ folded }) => folded);
  return before.find((word) => officeWords.has(word)) ?? "";
}

const seekers: ReadonlySet<string> = new Set(
  "seek run offer nominate propose bid apply request want covet".split(" ").map(verbKey),
);
const achievers: ReadonlySet<string> = new Set(
  "win gain get obtain sign receive become secure earn achieve be".split(" ").map(verbKey),
);

/** True if something is won, held or signed on one side and sought or offered on the other. */
function isSoughtOnce(sides: Sides): boolean {
  const one = mainVerb(sides.pageSide);
  const other = mainVerb(sides.corpusSide);
  if (one === null || other === null || !shareArguments(sides, { page: one, corpus: other }))
    return false;
  const key = (side: Side, index: number) => verbKey(side.passage.words[index]!.folded);
  const own = key(sides.pageSide, one);
  const theirs = key(sides.corpusSide, other);
  return (seekers.has(own) && achievers.has(theirs)) || (achievers.has(own) && seekers.has(theirs));
}

/**
 * Returns the index of the last verb in the first group of verbs, after any auxiliaries; null if
 * there is no verb.
 */
function mainVerb({ passage: { words }, clauses }: Side): number | null {
  const first = clauses.isVerb.indexOf(true);
  if (first < 0) return null;
  let at = first;
  while (clauses.isVerb[at + 1] && clauses.of[at + 1] === clauses.of[first]) at++;
  return words[at] === undefined ? null : at;
}

/**
 * True if the passages share a number but neither the counted things nor the verbs: "24 seasons"
 * and "24 championships".
 */
function countOtherThings(sides: Sides): boolean {
  const { page, corpus, partner, pageSide, corpusSide } = sides;
  const verbs = [mainVerb(pageSide), mainVerb(corpusSide)];
  const isSameAction =
    verbs.includes(null) ||
    verbKey(page.words[verbs[0]!]!.folded) === verbKey(corpus.words[verbs[1]!]!.folded);
  if (isSameAction) return false;
  return page.units.some(({ number }, unit) => {
    const other = partner.get(unit);
    if (number === null || other === undefined) return false;
    const units = [number.unit, corpus.units[other]!.number?.unit ?? null];
    return units[0] !== null && units[1] !== null && !mayBeOneThing(units[0], units[1]!);
  });
}

/** True for the same unit and for related ones: "400 jobs" and "400 workers". */
function mayBeOneThing(one: string, other: string): boolean {
  const groups = groupsOf(stem(other));
  return one === other || groupsOf(stem(one)).some((group) => groups.includes(group));
}
