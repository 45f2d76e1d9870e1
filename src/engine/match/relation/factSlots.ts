import { knownName } from "../../facts/aliases.ts";
import { stem } from "../../text/stems.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { datesCanBeSame } from "./dateSpans.ts";
import { isOfFormerPlan } from "./formerPlans.ts";
import { isSayingVerb } from "./holders.ts";
import { numbersMeet } from "./numberSlots.ts";
import { isPassive } from "./roles.ts";
import {
  areClausesAlike,
  isSameVerb,
  questionOf,
  standBesideTheSame,
  standBetweenTheSame,
  verbOf,
} from "./sameQuestion.ts";
import {
  areOnlyFree,
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
  wordIndexOf,
} from "./slotSides.ts";

type FactKind = "number" | "ordinal" | "date" | "place" | "actor";

/**
 * Returns the numbers, dates, places and actors that differ between two passages and answer the
 * same question. Each unit is used once.
 */
export function factSlots(sides: Sides): readonly SlotDifference[] {
  const slots = sides.basis === "across" || !isDeniedOnce(sides) ? freeSlots(sides) : [];
  // Statements that differ in both day and place describe two events.
  return new Set(slots.map(({ kind }) => kind)).size > 1 ? [] : slots;
}

/** True if only one passage negates: two dates then cannot belong to one action. */
function isDeniedOnce({ page, corpus, alignment }: Sides): boolean {
  const isFree = (places: readonly number[], aligned: readonly number[]) =>
    places.some((place) => !aligned.includes(place));
  return isFree(page.negations, alignment.page) !== isFree(corpus.negations, alignment.corpus);
}

function freeSlots(sides: Sides): readonly SlotDifference[] {
  const used = new Set<number>();
  return sides.page.units.flatMap((unit, i): SlotDifference[] => {
    if (sides.partner.has(i)) return [];
    for (const [j, other] of sides.corpus.units.entries()) {
      if (sides.taken.has(j) || used.has(j)) continue;
      const kind = slotKind(sides, i, j);
      if (kind === null || arePrintedAlike(sides, unit, other)) continue;
      if (!isSameSlot[kind](sides, i, j)) continue;
      if (isOfFormerPlan(sides.pageSide, i) !== isOfFormerPlan(sides.corpusSide, j)) continue;
      used.add(j);
      if (kind === "place") return [placeDifference(sides, i, j)];
      return [slotDifference(kind === "ordinal" ? "number" : kind, sides, unit, other)];
    }
    return [];
  });
}

/**
 * Returns the kind of slot that both units can fill; null for plain words and for dates without a
 * value.
 */
function slotKind({ page, pageSide, corpus, corpusSide }: Sides, i: number, j: number) {
  const [a, b] = [page.units[i]!, corpus.units[j]!];
  if (a.date && b.date) return a.date.value === null || b.date.value === null ? null : "date";
  if (a.number && b.number) return "number";
  if (isOrdinal(page, a) && isOrdinal(corpus, b)) return "ordinal";
  if (!isNamed(pageSide, a) || !isNamed(corpusSide, b)) return null;
  if (!isSurelyNamed(page, a) && !isSurelyNamed(corpus, b)) return null;
  const one = nameSlot(pageSide, i);
  return one === nameSlot(corpusSide, j) ? one : null;
}

/** True for a name, and for the first word of a sentence if it is the subject of a verb. */
function isNamed({ passage, clauses }: Side, { name, kind, start }: Unit): boolean {
  if (name !== null) return true;
  const isFirst = kind === "word" && start === passage.words[0]?.start;
  return isFirst && isCapital(passage.text[start]!) && clauses.isVerb[1] === true;
}

/** True for a name, and for an abbreviation that is in no table. */
function isSurelyNamed({ text }: PreparedPassage, { name, start, end }: Unit): boolean {
  return name !== null || /^\p{Lu}{2,}$/u.test(text.slice(start, end));
}

const ordinals: ReadonlySet<string> = new Set(
  "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
);

/** True for an ordinal number: "12th", "third". */
function isOrdinal({ text }: PreparedPassage, { kind, number, start, end }: Unit): boolean {
  const printed = text.slice(start, end).toLowerCase();
  if (kind === "number") return number === null && /^\d+(?:st|nd|rd|th)$/.test(printed);
  return kind === "word" && ordinals.has(printed);
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/**
 * True if two dates are printed alike ("Wednesday", "wednesday's"), whatever days they resolve to.
 */
function arePrintedAlike({ page, corpus }: Sides, a: Unit, b: Unit): boolean {
  return plain(page.text.slice(a.start, a.end)) === plain(corpus.text.slice(b.start, b.end));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]s?(?!\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const isSameSlot: Readonly<Record<FactKind, (sides: Sides, i: number, j: number) => boolean>> = {
  number: numbersMeet,
  ordinal: ordinalsMeet,
  date: datesMeet,
  place: placesMeet,
  actor: actorsMeet,
};

/**
 * Length of an ISO date that is only a year ("2013"). A year and a day do not answer one question.
 */
const yearChars = 4;
const dayChars = 10;

function datesMeet(sides: Sides, i: number, j: number): boolean {
  const a = sides.page.units[i]!.date!;
  const b = sides.corpus.units[j]!.date!;
  const chars = [a.value?.length ?? 0, b.value?.length ?? 0];
  if (Math.min(...chars) === yearChars && Math.max(...chars) === dayChars) return false;
  const text = ({ text }: PreparedPassage, { start, end }: Unit) => text.slice(start, end);
  const page = { mention: a, text: text(sides.page, sides.page.units[i]!) };
  const corpus = { mention: b, text: text(sides.corpus, sides.corpus.units[j]!) };
  if (datesCanBeSame(page, corpus)) return false;
  const isOnly = areOnlyFree(sides, ({ date }) => date !== null);
  if (sides.basis === "across") return isOnly;
  if (questionOf(sides.pageSide, i) !== questionOf(sides.corpusSide, j)) return false;
  if (isAttributive(sides.pageSide, i) || isAttributive(sides.corpusSide, j)) return false;
  if (sides.basis === "meaning" && isOnly && isSameVerb(sides, i, j) === true) return true;
  if (!hasPairedBeside(sides.page, i, (unit) => sides.partner.has(unit))) return false;
  if (!hasPairedBeside(sides.corpus, j, (unit) => sides.taken.has(unit))) return false;
  return areOfOneClause(sides, i, j);
}

/**
 * True if what is next to a date is in both passages: in "the lowest point since 2017" the date
 * belongs to the point, not to the statement.
 */
function hasPairedBeside(
  { units }: PreparedPassage,
  unit: number,
  isPaired: (unit: number) => boolean,
): boolean {
  const isSuch = (step: 1 | -1) => {
    let at = unit + step;
    while (units[at] !== undefined && timeWords.has(units[at]!.stem)) at += step;
    return units[at] !== undefined && isPaired(at);
  };
  return isSuch(-1) || isSuch(1);
}

/** Words that accompany a date and say nothing about the event. */
const timeWords: ReadonlySet<string> = new Set(
  "since until before after early late near".split(" ").map(stem),
);

const beforeAdverbs: ReadonlySet<string> = new Set(
  "on in at since until till by from before after during for to of early late last next this of between and".split(
    " ",
  ),
);

/** True for a year used as an adjective: "the 2002 riots" says which riots, not when. */
function isAttributive({ passage, clauses }: Side, unit: number): boolean {
  const own = passage.units[unit]!;
  const at = wordIndexOf(passage, own);
  if (beforeAdverbs.has(passage.words[at - 1]?.folded ?? "")) return false;
  const next = passage.units[unit + 1];
  if (next === undefined || next.kind === "date") return false;
  const nextAt = wordIndexOf(passage, next);
  const isNext =
    passage.words[nextAt - 1]!.end === own.end && clauses.of[nextAt] === clauses.of[at];
  return isNext && clauses.isVerb[nextAt] !== true;
}

/** True if two ordinals count the same thing. */
function ordinalsMeet(sides: Sides, i: number, j: number): boolean {
  return sides.partner.get(i + 1) === j + 1 && isSameVerb(sides, i, j) !== false;
}

function placesMeet(sides: Sides, i: number, j: number): boolean {
  if (questionOf(sides.pageSide, i) !== questionOf(sides.corpusSide, j)) return false;
  const isPlace =
    ({ passage }: Side) =>
    (unit: Unit, at: number) =>
      unit.name !== null && unit.name.kind !== "person" && !isLandOf(passage, at);
  if (!areOnlyFree(sides, isPlace(sides.pageSide), isPlace(sides.corpusSide))) return false;
  if (isLandOf(sides.page, i) || isLandOf(sides.corpus, j)) return false;
  return areOfOneClause(sides, i, j);
}

/** True for a country printed after its town: "Amman, Jordan". */
function isLandOf({ text, units }: PreparedPassage, unit: number): boolean {
  const [before, own] = [units[unit - 1], units[unit]];
  if (!before?.name || !own?.name) return false;
  return /^,\s*$/.test(text.slice(before.end, own.start));
}

/** Returns the difference of two towns, each with its country where it is printed. */
function placeDifference(sides: Sides, i: number, j: number): SlotDifference {
  const withLand = ({ passage }: Side, unit: number, isPaired: (unit: number) => boolean): Unit => {
    const own = passage.units[unit]!;
    const land = passage.units[unit + 1];
    if (!land || !isLandOf(passage, unit + 1) || isPaired(unit + 1)) return own;
    return { ...own, end: land.end, weight: own.weight + land.weight };
  };
  return slotDifference(
    "place",
    sides,
    withLand(sides.pageSide, i, (unit) => sides.partner.has(unit)),
    withLand(sides.corpusSide, j, (unit) => sides.taken.has(unit)),
  );
}

/** True if both facts belong to the same action, or to clauses that differ only in the verb. */
function areOfOneClause(sides: Sides, i: number, j: number): boolean {
  if (standBetweenTheSame(sides, i, j)) return true;
  const isSame = isSameVerb(sides, i, j) ?? standBesideTheSame(sides, i, j);
  return isSame || areClausesAlike(sides, i, j);
}

function actorsMeet(sides: Sides, i: number, j: number): boolean {
  const [a, b] = [sides.page.units[i]!, sides.corpus.units[j]!];
  const kinds = new Set([a.name?.kind ?? "other", b.name?.kind ?? "other"]);
  if (kinds.size > 1 && !kinds.has("other")) return false;
  if (areSpelledAlike(sides.page, a, sides.corpus, b)) return false;
  if (!areOnlyFree(sides, ({ name }) => name !== null) || !standAlike(sides, i, j)) return false;
  return !isPartOfOther(sides.corpus, a) && !isPartOfOther(sides.page, b);
}

/** Shorter names with the same letters are often two: "Iran" and "Nair". */
const fewestLetters = 5;

/** True for a name with letters in another order, a slip: "Fruman" and "Furman". */
function areSpelledAlike(page: PreparedPassage, a: Unit, corpus: PreparedPassage, b: Unit) {
  const [one, other] = [
    plain(page.text.slice(a.start, a.end)),
    plain(corpus.text.slice(b.start, b.end)),
  ];
  const sorted = (letters: string) => [...letters].sort().join("");
  return one.length >= fewestLetters && one[0] === other[0] && sorted(one) === sorted(other);
}

/**
 * True if both names have the same role, agent or object, as far as the verb beside them shows. A
 * name that is only the source of a statement has no role.
 */
function standAlike(sides: Sides, i: number, j: number): boolean {
  const one = verbOf(sides.pageSide, i);
  const other = verbOf(sides.corpusSide, j);
  if (one === null || other === null) return standBesideTheSame(sides, i, j);
  const isBefore = sides.page.units[i]!.start < sides.page.words[one]!.start;
  if (isBefore !== sides.corpus.units[j]!.start < sides.corpus.words[other]!.start) return false;
  if (isBefore && isSayingVerb(sides.page.words[one]!)) return false;
  if (questionOf(sides.pageSide, i) !== questionOf(sides.corpusSide, j)) return false;
  if (standBetweenTheSame(sides, i, j)) return true;
  return (
    isSameVerb(sides, i, j) === true &&
    isPassive(sides.pageSide, one) === isPassive(sides.corpusSide, other)
  );
}

/** True if the last word of a name occurs in the other passage. */
function isPartOfOther({ words }: PreparedPassage, { parts }: Unit): boolean {
  return words.some(({ form }) => form.stemHash === parts.at(-1));
}

const beforePlaces: ReadonlySet<string> = new Set(
  "in at near from around outside inside into toward towards to of".split(" "),
);

/** Returns the role of a name in its sentence: "place" after "in" or "near", else "actor". */
function nameSlot({ passage }: Side, unit: number): "place" | "actor" {
  const own = passage.units[unit]!;
  const before = passage.words[wordIndexOf(passage, own) - 1]?.folded ?? "";
  if (own.name === null || own.name.kind === "person") return "actor";
  if (knownName(own.name.canonical)?.kind === "organisation") return "actor";
  return beforePlaces.has(before) ? "place" : "actor";
}
