import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { areOpposite } from "../score/relatedWords.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";
import { isSayingVerb } from "./holders.ts";
import { haveOtherAgents } from "./roles.ts";
import {
  placeOfWord,
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
} from "./slotSides.ts";
import { haveOneObject } from "./verbPairs.ts";
import { isFormOfBe, verbKey } from "./verbs.ts";

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
        haveOneTime(sides, i, j) &&
        !haveOtherAgents(sides, {
          page: placeOfWord(sides.page, unit),
          corpus: placeOfWord(sides.corpus, other),
        }) &&
        isOfOneClause(sides, placeOfWord(sides.page, unit), placeOfWord(sides.corpus, other)),
    );
    if (j >= 0) return [slotDifference("negation", sides, unit, sides.corpus.units[j]!)];
  }
  return sidesTaken(sides);
}

/** Verbs of taking sides: for something, or against it. */
const taking: ReadonlySet<string> = new Set(
  "vote argue campaign rule testify speak lobby decide".split(" ").map(verbKey),
);

/** "voted for the bill" beside "voted against the bill" */
function sidesTaken(sides: Sides): readonly SlotDifference[] {
  for (const [i, j] of sides.partner) {
    const [one, other] = [sides.page.units[i]!, sides.corpus.units[j]!];
    const [at, there] = [placeOfWord(sides.page, one), placeOfWord(sides.corpus, other)];
    const next = [sides.page.words[at + 1], sides.corpus.words[there + 1]];
    const taken = next.map((word) => word?.folded).sort();
    if (taken[0] !== "against" || taken[1] !== "for") continue;
    if (!taking.has(verbKey(sides.page.words[at]!.folded))) continue;
    if (!isPredicate(sides.pageSide, i) || !isPredicate(sides.corpusSide, j)) continue;
    const place = { page: at, corpus: there };
    if (haveOtherAgents(sides, place) || !haveOneObject(sides, at, there)) continue;
    const withNext = (unit: Unit, end: number) => ({ ...unit, end, weight: 0 });
    return [
      slotDifference("negation", sides, withNext(one, next[0]!.end), withNext(other, next[1]!.end)),
    ];
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

/** Beside other verbs: to vote against something or to turn it down is to reject it; to dismiss somebody as something is to speak of him. */
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
 * False where one deed had been done at another time than that of which the other tells: a bank raises
 * rates that it had cut the year before. After a verb of saying, "had" is only how a report is told.
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
  const at = placeOfWord(passage, passage.units[unit]!);
  const isOwn = (place: number) => clauses.of[place] === clauses.of[at];
  const before = passage.words.filter((_, place) => place < at && isOwn(place)).at(-1);
  if (before?.folded !== "had" || passage.words.slice(0, at).some(isSayingVerb)) return false;
  return passage.units.some(
    (other, i) => other.date !== null && !isPaired(i) && isOwn(placeOfWord(passage, other)),
  );
}

/** Verbs after which stands what is said of the subject. */
const copulas: ReadonlySet<string> = new Set(
  "remain remains remained stay stays stayed become becomes became keep keeps kept make makes made".split(
    " ",
  ),
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
