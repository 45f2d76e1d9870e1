import { knownName } from "../../../facts/names/aliases.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { isPassive } from "../actions/agents.ts";
import { isOtherHead } from "../actions/heads.ts";
import { verbPairs } from "../actions/verbPairs.ts";
import { isFormOfBe } from "../actions/verbs.ts";
import { isSayingVerb } from "../holders.ts";
import {
  areKnownApart,
  areOnlyFree,
  type Side,
  type Sides,
  type SlotBasis,
  type SlotDifference,
  slotDifference,
  textOf,
  wordIndexOf,
} from "../slotSides.ts";
import { maySpellOne } from "../wording/spellings.ts";
import { areOfTwoYears, datesMeet } from "./dateSlots.ts";
import { exchangedPersons } from "./exchangedPersons.ts";
import { isOfFormerPlan } from "./formerPlans.ts";
import { numbersMeet } from "./numberSlots.ts";
import { isOfAdjunct, isOrdinal, rankSlots } from "./ordinals.ts";
import {
  areOfOneClause,
  isSameVerb,
  questionOf,
  standBesideTheSame,
  standBetweenTheSame,
  verbOf,
  verbRightBefore,
} from "./sameQuestion.ts";

type FactKind = "number" | "ordinal" | "date" | "place" | "actor";

/**
 * Returns the numbers, dates, places and actors that differ between two passages and answer the
 * same question. Each unit is used once.
 */
export function factSlots(sides: Sides): readonly SlotDifference[] {
  const mayDiffer = restOnMeaning.has(sides.basis) || !isDeniedOnce(sides);
  const slots = mayDiffer ? [...freeSlots(sides), ...rankSlots(sides), ...personSlots(sides)] : [];
  // Statements that differ in both day and place describe two events.
  const areTwo = new Set(slots.map(({ kind }) => kind)).size > 1 || areOfTwoEvents(sides, slots);
  return areTwo ? [] : slots;
}

/**
 * True if the statements differ in a day, place or person, and in a number or day besides: 300 jobs in
 * London and 500 in New York.
 */
function areOfTwoEvents(sides: Sides, slots: readonly SlotDifference[]): boolean {
  if (restOnMeaning.has(sides.basis) || slots.length === 0) return false;
  if (areOfTwoYears(sides) || verbPairs(sides).some((verb) => isOtherHead(sides, verb)))
    return true;
  const [kind] = slots.map((slot) => slot.kind);
  const free = (isSuch: (unit: Unit) => boolean) =>
    sides.page.units.some((unit, i) => isSuch(unit) && !sides.partner.has(i)) &&
    sides.corpus.units.some((unit, j) => isSuch(unit) && !sides.taken.has(j));
  if (kind === "number") return false;
  const isOfNumber = free(({ number }) => number !== null);
  return isOfNumber || (kind !== "date" && free(({ date }) => date !== null));
}

/** Where a denial may be told in other words, such as a refusal. */
const restOnMeaning: ReadonlySet<SlotBasis> = new Set(["certain", "across"]);

/** True if only one passage negates: two dates then cannot belong to one action. */
export function isDeniedOnce({ page, corpus, alignment }: Sides): boolean {
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
      if (isOfName(kind) && maySpellOne(textOf(sides.page, unit), textOf(sides.corpus, other)))
        continue;
      if (!isSameSlot[kind](sides, i, j)) continue;
      if (isOfFormerPlan(sides.pageSide, i) !== isOfFormerPlan(sides.corpusSide, j)) continue;
      used.add(j);
      if (kind === "place") return [placeDifference(sides, i, j)];
      return [slotDifference(kind === "ordinal" ? "number" : kind, sides, unit, other)];
    }
    return [];
  });
}

/** Returns the kind of slot that both units can fill; null for plain words. */
function slotKind({ page, pageSide, corpus, corpusSide }: Sides, i: number, j: number) {
  const [a, b] = [page.units[i]!, corpus.units[j]!];
  if (a.date && b.date) return "date";
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

function isOfName(kind: FactKind): boolean {
  return kind === "place" || kind === "actor";
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/**
 * True if two dates are printed alike ("Wednesday", "wednesday's", "last Wednesday"), whatever days
 * they resolve to.
 */
function arePrintedAlike({ page, corpus }: Sides, a: Unit, b: Unit): boolean {
  const [one, other] = [plain(textOf(page, a)), plain(textOf(corpus, b))];
  if (a.date === null) return one === other;
  return one.endsWith(other) || other.endsWith(one);
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

/** True if two ordinals count the same thing; "in the first quarter" only says when or where. */
function ordinalsMeet(sides: Sides, i: number, j: number): boolean {
  if (isOfAdjunct(sides.page, i) || isOfAdjunct(sides.corpus, j)) return false;
  return sides.partner.get(i + 1) === j + 1 && isSameVerb(sides, i, j) !== false;
}

function placesMeet(sides: Sides, i: number, j: number): boolean {
  if (questionOf(sides.pageSide, i) !== questionOf(sides.corpusSide, j)) return false;
  if (verbRightBefore(sides, i, j) !== null) return true;
  const isPlace =
    ({ passage }: Side) =>
    (unit: Unit, at: number) =>
      unit.name !== null && unit.name.kind !== "person" && !isLandOf(passage, at);
  if (!areOnlyFree(sides, isPlace(sides.pageSide), isPlace(sides.corpusSide))) return false;
  if (sides.basis === "certain") return true;
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
    if (!isLandOf(passage, unit + 1) || isPaired(unit + 1)) return own;
    const land = passage.units[unit + 1]!;
    return { ...own, end: land.end, weight: own.weight + land.weight };
  };
  return slotDifference(
    "place",
    sides,
    withLand(sides.pageSide, i, (unit) => sides.partner.has(unit)),
    withLand(sides.corpusSide, j, (unit) => sides.taken.has(unit)),
  );
}

function actorsMeet(sides: Sides, i: number, j: number): boolean {
  const [a, b] = [sides.page.units[i]!, sides.corpus.units[j]!];
  const kinds = new Set([a.name?.kind ?? "other", b.name?.kind ?? "other"]);
  if (kinds.size > 1 && !kinds.has("other")) return false;
  const isPart = isPartOfOther(sides.corpus, a) || isPartOfOther(sides.page, b);
  if (isPart && !areKnownApart(a, b)) return false;
  if (describeOneNoun(sides, i, j)) return true;
  if (isToldOtherwise(sides, i, j)) return false;
  const arePersons = kinds.size === 1 && kinds.has("person");
  if (sides.basis === "certain" && arePersons) {
    return !isOfSaying(sides, i, j) && areOnlyFree(sides, ({ name }) => name?.kind === "person");
  }
  return areOnlyFree(sides, ({ name }) => name !== null) && standAlike(sides, i, j);
}

/**
 * True if one of the two names explains a noun that the other passage has apart from its name: "his
 * brother-in-law, Gerald Fauth, sold shares" beside "when Burr sold shares, his brother-in-law did".
 */
function isToldOtherwise({ page, corpus, pairs }: Sides, i: number, j: number): boolean {
  return pairs.some(
    (pair) =>
      (pair.page === i - 1 && pair.corpus !== j - 1 && explains(page, i)) ||
      (pair.corpus === j - 1 && pair.page !== i - 1 && explains(corpus, j)),
  );
}

/** True for a name between commas after a noun: "the minister, Ada Hill,". */
function explains({ text, units }: PreparedPassage, unit: number): boolean {
  const [before, own] = [units[unit - 1]!, units[unit]!];
  const isAfterNoun = before.kind === "word" && /^,\s*$/.test(text.slice(before.end, own.start));
  return isAfterNoun && text[own.end] === ",";
}

/** True for two names before one noun after "is a": "is a Canadian band", "is an American band". */
function describeOneNoun({ pageSide, corpusSide, partner }: Sides, i: number, j: number): boolean {
  const isDescription = ({ passage }: Side, unit: number) => {
    const at = wordIndexOf(passage, passage.units[unit]!);
    const [verb, article] = passage.words.slice(Math.max(0, at - 2), at);
    return isFormOfBe(verb?.folded ?? "") && /^an?$/.test(article?.folded ?? "");
  };
  const isOfOneNoun = partner.get(i + 1) === j + 1;
  return isOfOneNoun && isDescription(pageSide, i) && isDescription(corpusSide, j);
}

/** Returns the difference of two unnamed persons: "the driver" and "the passenger". */
function personSlots(sides: Sides): readonly SlotDifference[] {
  if (sides.basis === "across") return [];
  const persons = exchangedPersons(sides);
  if (persons === null || isOfSaying(sides, persons.page.head, persons.corpus.head)) return [];
  if (!standAlike(sides, persons.page.head, persons.corpus.head)) return [];
  return [slotDifference("actor", sides, persons.page.unit, persons.corpus.unit)];
}

function isOfSaying(sides: Sides, i: number, j: number): boolean {
  return isBesideSaying(sides.pageSide, i) || isBesideSaying(sides.corpusSide, j);
}

/** True for a name whose verb is one of saying: it may be the source of the statement. */
export function isBesideSaying(side: Side, unit: number): boolean {
  const verb = verbOf(side, unit);
  return verb !== null && isSayingVerb(side.passage.words[verb]!);
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
