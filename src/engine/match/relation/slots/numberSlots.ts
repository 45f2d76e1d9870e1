/**
 * Decides whether two numbers answer the same question: how many of the same thing, or how much of
 * the same action, at the same time and place.
 */
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { areOnlyFree, type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { fateOf, haveOtherFates } from "./fates.ts";
import { isMeasure, isTime } from "./measures.ts";
import { numbersCanBeSame } from "./numbersAlike.ts";
import {
  areRelatedStems,
  isGovernedByLightVerb,
  isSameVerb,
  standBesideTheSame,
  standBetweenTheSame,
} from "./sameQuestion.ts";

/** Words after a number that make it a comparison, so that it counts something else. */
const comparisons: ReadonlySet<string> = new Set(
  "more fewer less other others additional further new another of".split(" "),
);

/** Words for a time other than that of the statement. */
const otherTimes: ReadonlySet<string> = new Set(
  "now currently ago once previously formerly earlier initially originally then still already".split(
    " ",
  ),
);

/** True if both numbers count or measure the same thing and cannot be equal. */
export function numbersMeet(sides: Sides, i: number, j: number): boolean {
  const { page, corpus } = sides;
  const [a, b] = [page.units[i]!, corpus.units[j]!];
  if (numbersCanBeSame(printed(page, a), printed(corpus, b))) return false;
  if (sides.basis === "certain") return areOnlyOnes(sides, i, j);
  if (!areCountedAlike(sides, i, j)) return false;
  if (comparisonAfter(page, a) !== comparisonAfter(corpus, b)) return false;
  if (sides.basis === "meaning" && areOfOneMeaning(sides, i, j)) return true;
  if (timesOf(page) !== timesOf(corpus)) return false;
  const isOnly = areOnlyFree(sides, ({ number }) => number !== null);
  if (sides.basis === "across") return isOnly && !mayBeUnread(sides, i, j);
  if (hasModal(page) !== hasModal(corpus)) return false;
  if (haveOtherAdjuncts(sides, i, j) || isSumOfOthers(sides, i, j)) return false;
  const fates = [fateOf(sides.pageSide, i), fateOf(sides.corpusSide, j)];
  if (fates[0] !== null && fates[1] !== null) return fates[0] === fates[1];
  const isSame = isSameVerb(sides, i, j);
  if (standBetweenTheSame(sides, i, j)) return true;
  if (standBesideTheSame(sides, i, j)) return isSame !== false || (isOnly && areNearlyAll(sides));
  if (!isOnly) return false;
  if (isSame === true) return true;
  const isLight =
    isGovernedByLightVerb(sides.pageSide, i) || isGovernedByLightVerb(sides.corpusSide, j);
  const isOfOneKind = areInOneUnit(sides, i, j) && areThingsShared(sides);
  return isLight && isOfOneKind && standNearTheSame(sides, i, j);
}

/** Numbers that answer the same question are seldom further apart. */
const farApart = 10;
/** The largest number that a language with number words may have in another form. */
const dual = 2;

/**
 * True if the other passage may state one of the numbers in words of its language that are not read: a
 * small one or, as its far distance shows, a round one ("mezzo milione").
 */
function mayBeUnread({ page, corpus }: Sides, i: number, j: number): boolean {
  const [a, b] = [page.units[i]!.number!.value, corpus.units[j]!.number!.value];
  if (b <= page.largestUnread || a <= corpus.largestUnread) return true;
  const isRead = Math.max(page.largestUnread, corpus.largestUnread) <= dual;
  return !isRead && Math.max(a, b) > farApart * Math.min(a, b);
}

/**
 * True if, in statements that surely are the same, both numbers are the only ones left of their
 * measure, or the only ones left that count what both say or one leaves open.
 */
function areOfOneMeaning(sides: Sides, i: number, j: number): boolean {
  const { pageSide, corpusSide } = sides;
  const [a, b] = [countedBy(pageSide, i), countedBy(corpusSide, j)];
  if (isTime(sides.page.units[i]!) || isTime(sides.corpus.units[j]!)) return false;
  if (timesBeside(pageSide, i) !== timesBeside(corpusSide, j)) return false;
  if (haveOtherAdjuncts(sides, i, j) || isSumOfOthers(sides, i, j)) return false;
  if (haveOtherFates(sides, i, j)) return false;
  if (isMeasure(a)) return areOnlyFree(sides, ({ number }) => number?.unit === a);
  const isSaid = a !== null && b !== null;
  const areMany = [sides.page.units[i]!, sides.corpus.units[j]!].every(isMany);
  if (!isSaid && ((a ?? b) === null || !areMany)) return false;
  return areOnlyFree(sides, ({ number }) => number !== null);
}

/**
 * True if, in statements that are certainly the same, both numbers are the only ones left of their
 * measure, or of what they count, whatever each side calls it.
 */
function areOnlyOnes(sides: Sides, i: number, j: number): boolean {
  const { pageSide, corpusSide } = sides;
  if (isSumOfOthers(sides, i, j) || haveOtherFates(sides, i, j)) return false;
  const measures = [measureOf(pageSide, i), measureOf(corpusSide, j)];
  if (measures[0] !== measures[1]) return false;
  const isSuch = (side: Side) => (unit: Unit, at: number) =>
    unit.number !== null && measureOf(side, at) === measures[0];
  return areOnlyFree(sides, isSuch(pageSide), isSuch(corpusSide));
}

/** Returns what a number measures ("USD", "percent", "time"); null if it counts. */
function measureOf(side: Side, unit: number): string | null {
  const counted = countedBy(side, unit);
  if (isTime(side.passage.units[unit]!)) return "time";
  return isMeasure(counted) ? counted : null;
}

/** Fewer may be a place in a list, or what "at one point" has. */
const fewestCounted = 10;

function isMany({ number }: Unit): boolean {
  return number!.value >= fewestCounted;
}

/**
 * True if each number's clause has a time or place of its own after a preposition: "in the first
 * quarter" and "in the second", "in the north" and "in the south".
 */
export function haveOtherAdjuncts(
  { pageSide, corpusSide, partner, taken }: Sides,
  i: number,
  j: number,
) {
  const page = adjunctsOf(pageSide, i, (unit) => partner.has(unit));
  const corpus = adjunctsOf(corpusSide, j, (unit) => taken.has(unit));
  return page.some((question) => corpus.includes(question));
}

const adjunctPrepositions: ReadonlySet<string> = new Set("in at on during near".split(" "));

/**
 * Returns the prepositions in a number's clause that introduce something the other passage lacks.
 */
function adjunctsOf(
  { passage, clauses }: Side,
  fact: number,
  isPaired: (unit: number) => boolean,
): readonly string[] {
  const clause = clauses.of[wordIndexOf(passage, passage.units[fact]!)];
  return passage.units.flatMap((unit, i) => {
    const at = wordIndexOf(passage, unit);
    if (isPaired(i) || unit.number !== null || clauses.of[at] !== clause) return [];
    const before = passage.words[at - 1]?.folded;
    const preposition = (before === "the" ? passage.words[at - 2]?.folded : before) ?? "";
    return adjunctPrepositions.has(preposition) ? [preposition] : [];
  });
}

/** True if one of the two numbers is the sum of several in the other passage. */
export function isSumOfOthers({ page, corpus }: Sides, i: number, j: number): boolean {
  return isSum(page, corpus, corpus.units[j]!) || isSum(corpus, page, page.units[i]!);
}

/**
 * True if a number is the sum of several in the other passage: five on Monday and three on Tuesday
 * make eight.
 */
function isSum(of: PreparedPassage, other: PreparedPassage, total: Unit): boolean {
  const parts = of.units.flatMap(({ number }) => number?.value ?? []);
  const values = other.units.flatMap(({ number }) => number?.value ?? []);
  const sum = parts.reduce((all, value) => all + value, 0);
  return values.length === 1 && sum === total.number?.value;
}

/**
 * True if one of the two units before or after one number is paired with such a unit of the other.
 */
function standNearTheSame({ partner }: Sides, i: number, j: number): boolean {
  const near = [-2, -1, 1, 2];
  return near.some((step) => near.some((other) => partner.get(i + step) === j + other));
}

/** The share of units that must be paired if the two numbers have no verb in common. */
const nearlyAll = 0.7;

function areNearlyAll({ page, corpus, partner }: Sides): boolean {
  return partner.size >= nearlyAll * (Math.min(page.units.length, corpus.units.length) - 1);
}

/** True if both numbers have the same unit: dollars, days, seats. */
function areInOneUnit({ pageSide, corpusSide }: Sides, i: number, j: number): boolean {
  const unit = countedBy(pageSide, i);
  return unit !== null && unit === countedBy(corpusSide, j);
}

/** The fewest units that must be paired in this case. */
const fewestThings = 2;

/**
 * True if nearly everything except the verbs is paired: "spent four days in hospital" and "was in
 * hospital for three days".
 */
function areThingsShared({ pageSide, corpusSide, partner }: Sides): boolean {
  const least = Math.min(thingsIn(pageSide), thingsIn(corpusSide));
  return partner.size >= Math.max(fewestThings, nearlyAll * least);
}

/** Counts the units that are neither verbs nor the number itself. */
function thingsIn({ passage, clauses }: Side): number {
  return passage.units.filter((unit) => !clauses.isVerb[wordIndexOf(passage, unit)]).length - 1;
}

/** Returns a number with its text, as `numbersCanBeSame` compares it. */
export function printed({ text }: PreparedPassage, { number, start, end }: Unit) {
  return { mention: number!, text: text.slice(start, end) };
}

/** True if both count the same thing, or one does not name what it counts. */
function areCountedAlike(sides: Sides, i: number, j: number): boolean {
  const [a, b] = [countedBy(sides.pageSide, i), countedBy(sides.corpusSide, j)];
  if (a === b) return true;
  if (isMeasure(a) || isMeasure(b)) return false;
  return a === null || b === null || areRelatedStems(a, b);
}

/** Returns what a number counts, or null. The verb after "magnitude 7.1" is not counted. */
export function countedBy({ passage, clauses }: Side, unit: number): string | null {
  const { start, end, number } = passage.units[unit]!;
  if (isAge(passage.text, start, end)) return "age";
  const next = passage.words.findIndex(({ start }) => start >= end);
  return clauses.isVerb[next] === true && !isMeasure(number!.unit) ? null : number!.unit;
}

/** True for a person's age: "The minister, 54, resigned", "a 54-year-old minister", "aged 54". */
function isAge(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - ageChars), start).trimEnd();
  if (/^\d{1,3}$/.test(text.slice(start, end)) && before.endsWith(",") && text[end] === ",")
    return true;
  const after = text.slice(start, end + ageChars);
  return /\baged$/.test(before) || /^\S+[-\s]{1,3}years?[-\s]{1,3}old\b/.test(after);
}

/** Characters that are read around a number to find "-year-old" or "aged". */
const ageChars = 14;

/** Returns the word after a number that makes it a comparison ("more", "of"), else "". */
export function comparisonAfter({ words }: PreparedPassage, { end }: Unit): string {
  const next = words.find(({ start }) => start >= end)?.folded ?? "";
  return comparisons.has(next) ? next : "";
}

/** True if a passage has a modal: how many a ship can carry differs from how many it carries. */
function hasModal({ words }: PreparedPassage): boolean {
  return words.some(({ folded }) => /^(?:can|could|may|might|should|must)$/.test(folded));
}

function timesOf({ words }: PreparedPassage): string {
  return timesAmong(words);
}

/** The words for another time in a number's clause. */
function timesBeside({ passage, clauses }: Side, unit: number): string {
  const clause = clauses.of[wordIndexOf(passage, passage.units[unit]!)];
  return timesAmong(passage.words.filter((_, index) => clauses.of[index] === clause));
}

function timesAmong(words: PreparedPassage["words"]): string {
  return words
    .filter(({ folded }) => otherTimes.has(folded))
    .map(({ folded }) => folded)
    .join(" ");
}
