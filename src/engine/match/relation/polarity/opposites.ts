import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { areOpposite } from "../../score/relatedWords.ts";
import { haveOtherAgents } from "../actions/agents.ts";
import { areTwoParts, isOtherHead } from "../actions/heads.ts";
import { haveOneObject, type VerbPair } from "../actions/verbPairs.ts";
import { isFormOfBe, verbKey } from "../actions/verbs.ts";
import { isSayingVerb } from "../holders.ts";
import {
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
  wordIndexOf,
} from "../slotSides.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";

/**
 * Returns the antonyms that two passages use of the same thing ("rose" against "fell"): at most one
 * pair.
 */
export function oppositeSlots(
  sides: Sides,
  isWanted: (unit: Unit) => boolean = () => true,
): readonly SlotDifference[] {
  for (const [i, unit] of sides.page.units.entries()) {
    if (sides.partner.has(i) || !isPredicate(sides.pageSide, i)) continue;
    const j = sides.corpus.units.findIndex(
      (other, j) =>
        !sides.taken.has(j) &&
        areContrary(stemOf(sides.page, unit), stemOf(sides.corpus, other)) &&
        (isWanted(unit) || isWanted(other)) &&
        isPredicate(sides.corpusSide, j) &&
        argumentMeets(sides, i, j) &&
        haveOneTime(sides, i, j) &&
        !areOfOthers(sides, {
          page: wordIndexOf(sides.page, unit),
          corpus: wordIndexOf(sides.corpus, other),
        }) &&
        isOfOneClause(sides, wordIndexOf(sides.page, unit), wordIndexOf(sides.corpus, other)),
    );
    if (j >= 0) return [slotDifference("negation", sides, unit, sides.corpus.units[j]!)];
  }
  return sidesTaken(sides);
}

/** True if two persons act, or one of them is only the other's: "a doctor", "two of the doctor's aides". */
function areOfOthers(sides: Sides, words: VerbPair): boolean {
  return haveOtherAgents(sides, words) || isOtherHead(sides, words) || areTwoParts(sides, words);
}

/** Verbs that take sides, for something or against it. */
const taking: ReadonlySet<string> = new Set(
  "vote argue campaign rule testify speak lobby decide".split(" ").map(verbKey),
);

/** Returns the difference between "voted for the bill" and "voted against the bill". */
function sidesTaken(sides: Sides): readonly SlotDifference[] {
  for (const [i, j] of sides.partner) {
    const [one, other] = [sides.page.units[i]!, sides.corpus.units[j]!];
    const [at, there] = [wordIndexOf(sides.page, one), wordIndexOf(sides.corpus, other)];
    const next = [sides.page.words[at + 1], sides.corpus.words[there + 1]];
    const taken = next.map((word) => word?.folded).sort();
    if (taken[0] !== "against" || taken[1] !== "for") continue;
    if (!taking.has(verbKey(sides.page.words[at]!.folded))) continue;
    if (!isPredicate(sides.pageSide, i) || !isPredicate(sides.corpusSide, j)) continue;
    const index = { page: at, corpus: there };
    if (areOfOthers(sides, index) || !haveOneObject(sides, at, there)) continue;
    const withNext = (unit: Unit, end: number) => ({ ...unit, end, weight: 0 });
    return [
      slotDifference("negation", sides, withNext(one, next[0]!.end), withNext(other, next[1]!.end)),
    ];
  }
  return [];
}

/**
 * True for a predicate: the verb of a clause, what follows a form of "be", and every word of a
 * passage without a verb.
 */
function isPredicate(side: Side, unit: number): boolean {
  const { passage, clauses } = side;
  const at = wordIndexOf(passage, passage.units[unit]!);
  const isNegated = passage.negations.some((no) => clauses.of[no] === clauses.of[at] && no < at);
  if (isNegated || assertionAt(side, at) !== "yes") return false;
  if (clauses.isVerb[at] || !clauses.isVerb.includes(true)) return true;
  const before = passage.words.slice(Math.max(0, at - predicateReach), at);
  return before.some(
    ({ folded }, i) =>
      (isFormOfBe(folded) || copulas.has(folded)) &&
      clauses.of[at - before.length + i] === clauses.of[at],
  );
}

/**
 * Returns the stem to look up among the antonyms. It depends on the next word: to vote against
 * something or turn it down is to reject it; to dismiss somebody as something is only to describe
 * them.
 */
function stemOf({ words }: PreparedPassage, { stem, end }: Unit): string {
  if (stem === "dismiss" && words.some(({ folded, start }) => folded === "as" && start > end))
    return "";
  const next = words.find(({ start }) => start >= end)?.folded;
  if (stem === "turn" && next === "down") return "reject";
  if (stem !== "vote") return stem;
  if (next === "against") return "reject";
  return next === "for" ? "approv" : stem;
}

/**
 * False if one action had happened earlier than the other: a bank raises rates that it had cut the
 * year before. After a verb of saying, "had" is only reported speech.
 */
function haveOneTime(sides: Sides, i: number, j: number): boolean {
  const isEarlier = wasBefore(sides.pageSide, i, (unit) => sides.partner.has(unit));
  return isEarlier === wasBefore(sides.corpusSide, j, (unit) => sides.taken.has(unit));
}

function wasBefore(
  { passage, clauses }: Side,
  unit: number,
  isPaired: (unit: number) => boolean,
): boolean {
  const at = wordIndexOf(passage, passage.units[unit]!);
  const isOwn = (index: number) => clauses.of[index] === clauses.of[at];
  const before = passage.words.filter((_, index) => index < at && isOwn(index)).at(-1);
  if (before?.folded !== "had" || passage.words.slice(0, at).some(isSayingVerb)) return false;
  return passage.units.some(
    (other, i) => other.date !== null && !isPaired(i) && isOwn(wordIndexOf(passage, other)),
  );
}

/** Verbs that link a subject to its description. */
const copulas: ReadonlySet<string> = new Set(
  "remain remains remained stay stays stayed become becomes became keep keeps kept make makes made".split(
    " ",
  ),
);

/** The most words from "is" to the description: "is still much more". */
const predicateReach = 3;

/**
 * True if a unit near one word is paired with a unit near the other, on either side: "Mattis stays"
 * matches "the departure of Mattis". Dates do not count as agents.
 */
export function argumentMeets(sides: Sides, i: number, j: number): boolean {
  for (let a = i - argumentReach; a <= i + argumentReach; a++) {
    const partner = sides.page.units[a]?.kind === "date" ? undefined : sides.partner.get(a);
    if (partner !== undefined && Math.abs(partner - j) <= argumentReach) return true;
  }
  return false;
}

/** The most units between an action and its agent: an office and a first name. */
const argumentReach = 3;

/** The shortest stem to which "un" may be added: "aware", "unaware". */
const shortestStem = 4;

function areContrary(a: string, b: string): boolean {
  const isUn = (one: string, other: string) => one.length >= shortestStem && other === `un${one}`;
  return areOpposite(a, b) || isUn(a, b) || isUn(b, a);
}
