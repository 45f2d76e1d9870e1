import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { areOpposite } from "../score/relatedWords.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";
import { haveOtherAgents } from "./roles.ts";
import {
  placeOfWord,
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
} from "./slotSides.ts";
import { isFormOfBe } from "./verbs.ts";

/** Words that say the contrary of each other of one thing, "rose" against "fell": one such pair at most. */
export function oppositeSlots(
  sides: Sides,
  isWanted: (unit: Unit) => boolean = () => true,
): readonly SlotDifference[] {
  for (const [i, unit] of sides.page.units.entries()) {
    if (unit.kind !== "word" || sides.partner.has(i) || !isPredicate(sides.pageSide, i)) continue;
    const j = sides.corpus.units.findIndex(
      (other, j) =>
        other.kind === "word" &&
        !sides.taken.has(j) &&
        areContrary(stemOf(sides.page, unit), stemOf(sides.corpus, other)) &&
        (isWanted(unit) || isWanted(other)) &&
        isPredicate(sides.corpusSide, j) &&
        argumentMeets(sides, i, j) &&
        !haveOtherAgents(sides, {
          page: placeOfWord(sides.page, unit),
          corpus: placeOfWord(sides.corpus, other),
        }) &&
        isOfOneClause(sides, placeOfWord(sides.page, unit), placeOfWord(sides.corpus, other)),
    );
    if (j >= 0) return [slotDifference("negation", sides, unit, sides.corpus.units[j]!)];
  }
  return [];
}

/**
 * True for what a clause says of its subject and says to be so: its verb, what follows a form of
 * "be", and, in a passage without any verb, every word.
 */
function isPredicate(side: Side, unit: number): boolean {
  const { passage, clauses } = side;
  const at = placeOfWord(passage, passage.units[unit]!);
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

/** To vote against something is to reject it, and to dismiss somebody as something is to speak of him. */
function stemOf({ words }: PreparedPassage, { stem, end }: Unit): string {
  if (stem === "dismiss" && words.some(({ folded, start }) => folded === "as" && start > end))
    return "";
  if (stem !== "vote") return stem;
  const next = words.find(({ start }) => start >= end)?.folded;
  if (next === "against") return "reject";
  return next === "for" ? "approv" : stem;
}

/** Verbs after which stands what is said of the subject. */
const copulas: ReadonlySet<string> = new Set(
  "remain remains remained stay stays stayed become becomes became keep keeps kept".split(" "),
);

/** Words from "is" to what is said: "is still much more". */
const predicateReach = 3;

/**
 * True if a unit near one word is paired with one that is near the other, on either side of it:
 * "Mattis stays" is answered by "the departure of Mattis". A day is nobody to stay or leave.
 */
function argumentMeets(sides: Sides, i: number, j: number): boolean {
  for (let a = i - argumentReach; a <= i + argumentReach; a++) {
    const partner = sides.page.units[a]?.kind === "date" ? undefined : sides.partner.get(a);
    if (partner !== undefined && Math.abs(partner - j) <= argumentReach) return true;
  }
  return false;
}

/** Units between a deed and who does it: an office and a first name at most. */
const argumentReach = 3;

/** "aware" and "unaware" */
const shortestStem = 4;

function areContrary(a: string, b: string): boolean {
  const isUn = (one: string, other: string) => one.length >= shortestStem && other === `un${one}`;
  return areOpposite(a, b) || isUn(a, b) || isUn(b, a);
}
