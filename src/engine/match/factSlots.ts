import type { DifferenceKind } from "../model/index.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";
import { type Sides, type SlotDifference, slotDifference } from "./slotSides.ts";

/** Numbers, dates, places and actors that answer one another. */
export function factSlots(sides: Sides): readonly SlotDifference[] {
  const used = new Set<number>();
  return sides.page.units.flatMap((unit, i): SlotDifference[] => {
    if (sides.partner.has(i)) return [];
    for (const [j, other] of sides.corpus.units.entries()) {
      if (sides.taken.has(j) || used.has(j)) continue;
      const kind = slotKind(sides.page, unit, sides.corpus, other);
      if (kind === null || !isSameSlot(kind, sides, i, j)) continue;
      used.add(j);
      return [slotDifference(kind, sides, unit, other)];
    }
    return [];
  });
}

type FactKind = Exclude<DifferenceKind, "wording" | "negation">;

/** The kind of slot that both units can fill; null for plain words and dates without a value. */
function slotKind(
  page: PreparedPassage,
  a: Unit,
  corpus: PreparedPassage,
  b: Unit,
): FactKind | null {
  if (a.date && b.date) return a.date.value === null || b.date.value === null ? null : "date";
  if (a.number && b.number) return "number";
  if (!a.name || !b.name) return null;
  const one = nameSlot(page, a);
  const other = nameSlot(corpus, b);
  if (one !== other) return null;
  return one === "place" || standAlike(page, a, corpus, b) ? one : null;
}

/** Words before a name that is not who does it. */
const beforeObjects: ReadonlySet<string> = new Set(
  "to of by from for against with on over about between under through than via".split(" "),
);

/** True for two people, or two bodies, as far as is known, that both stand after such a word, or both do not. */
function standAlike(page: PreparedPassage, a: Unit, corpus: PreparedPassage, b: Unit): boolean {
  const kinds = new Set([a.name?.kind, b.name?.kind]);
  const isObject = (passage: PreparedPassage, unit: Unit) =>
    beforeObjects.has(wordBefore(passage, unit));
  return (kinds.size === 1 || kinds.has("other")) && isObject(page, a) === isObject(corpus, b);
}

/** The word before a unit, folded; "" for the first. */
function wordBefore(passage: PreparedPassage, unit: Unit): string {
  const place = passage.words.findIndex((word) => word.start >= unit.start);
  return passage.words[place - 1]?.folded ?? "";
}

const beforePlaces: ReadonlySet<string> = new Set(
  "in at near from around outside inside into toward towards".split(" "),
);

/** What a name does where it stands; one of unknown kind is a place after "in" or "near". */
function nameSlot(passage: PreparedPassage, unit: Unit): "place" | "actor" {
  if (unit.name?.kind === "place") return "place";
  if (unit.name?.kind !== "other") return "actor";
  return beforePlaces.has(wordBefore(passage, unit)) ? "place" : "actor";
}

function isSameSlot(kind: DifferenceKind, sides: Sides, i: number, j: number): boolean {
  const one = sides.page.units[i]!;
  const other = sides.corpus.units[j]!;
  if (kind === "date") return datesMeet(sides, one, other);
  if (kind === "number" && numbersMeet(sides, one, other)) return true;
  return neighboursMeet(sides, i, j, -1) || neighboursMeet(sides, i, j, 1);
}

/** "2013", "2013-07" or "2013-07-04": a year and a day are no answers to one question. */
const yearChars = 4;
const dayChars = 10;

function datesMeet(sides: Sides, { date: a }: Unit, { date: b }: Unit): boolean {
  const chars = [a?.value?.length ?? 0, b?.value?.length ?? 0];
  if (Math.min(...chars) === yearChars && Math.max(...chars) === dayChars) return false;
  return areOnlyFree(sides, (unit) => unit.date !== null);
}

/** Numbers of things of which not both are named must be of about one size. */
const alikeSize = 10;

/** Numbers of one unit, or the only ones that the other passage does not have too. */
function numbersMeet(sides: Sides, { number: a }: Unit, { number: b }: Unit): boolean {
  if (!a || !b) return false;
  if (a.unit && b.unit) return a.unit === b.unit;
  const isAlike = Math.max(a.value, b.value) <= alikeSize * Math.min(a.value, b.value);
  return isAlike && areOnlyFree(sides, (unit) => unit.number !== null);
}

/** True if each side has one such unit that is not paired: of two, one belongs to something else. */
function areOnlyFree({ page, corpus, partner, taken }: Sides, isSuch: (unit: Unit) => boolean) {
  const free = (passage: PreparedPassage, isPaired: { has(place: number): boolean }) =>
    passage.units.filter((unit, place) => isSuch(unit) && !isPaired.has(place)).length;
  return free(page, partner) === 1 && free(corpus, taken) === 1;
}

/** How many units away the next paired one may stand. */
const reach = 2;

function neighboursMeet(sides: Sides, i: number, j: number, step: 1 | -1): boolean {
  for (
    let a = i + step, left = reach;
    left > 0 && a >= 0 && a < sides.page.units.length;
    a += step, left--
  ) {
    const partner = sides.partner.get(a);
    if (partner === undefined) continue;
    const distance = (partner - j) * step;
    return distance > 0 && distance <= reach;
  }
  return false;
}
