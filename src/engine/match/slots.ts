import type { Difference, DifferenceKind } from "../model/index.ts";
import { stem } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";
import type { Pair } from "./pairing.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";
import { areOpposite } from "./relatedWords.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/**
 * Slots of one statement that are filled otherwise: a number, a date, a place, an actor, or yes
 * and no. A slot is the same one if what stands beside it on the page is paired with what stands
 * beside it in the corpus.
 */
export interface SlotDifference extends Difference {
  /** Bits of the two units, which the rest of the statement is freed of when it is compared. */
  readonly pageWeight: number;
  readonly corpusWeight: number;
}

export function slotDifferences(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignment: WordAlignment,
): readonly SlotDifference[] {
  const sides: Sides = {
    page,
    corpus,
    alignment,
    partner: new Map(pairs.map((pair) => [pair.page, pair.corpus])),
    taken: new Set(pairs.map((pair) => pair.corpus)),
  };
  return [...factSlots(sides), ...polaritySlots(sides, pairs)];
}

interface Sides {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly alignment: WordAlignment;
  /** Places of units: page → corpus. */
  readonly partner: ReadonlyMap<number, number>;
  readonly taken: ReadonlySet<number>;
}

function factSlots(sides: Sides): readonly SlotDifference[] {
  const used = new Set<number>();
  return sides.page.units.flatMap((unit, i): SlotDifference[] => {
    if (sides.partner.has(i)) return [];
    for (const [j, other] of sides.corpus.units.entries()) {
      if (sides.taken.has(j) || used.has(j)) continue;
      const kind = slotKind(sides.page, unit, sides.corpus, other);
      if (kind === null || !isSameSlot(kind, sides, i, j)) continue;
      used.add(j);
      return [difference(kind, sides, unit, other)];
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

/** Words after a negation that it can turn round. */
const negationReach = 4;

/** Yes against no: a negation before a shared word on one side only, or opposites in one slot. */
function polaritySlots(sides: Sides, pairs: readonly Pair[]): readonly SlotDifference[] {
  const { page, corpus, alignment } = sides;
  const pageFree = page.negations.filter((place) => !alignment.page.includes(place));
  const corpusFree = corpus.negations.filter((place) => !alignment.corpus.includes(place));
  // Where both negate with the same word, a further negation on one side is only a reinforcement.
  const isShared = pageFree.length < page.negations.length;
  const isOneSided =
    pageFree.length === 0 ? !isNegative(page) : corpusFree.length === 0 && !isNegative(corpus);
  if (!isShared && isOneSided && pageFree.length !== corpusFree.length) {
    for (const pair of pairs) {
      const one = page.units[pair.page]!;
      const other = corpus.units[pair.corpus]!;
      if (one.kind !== "word") continue;
      const pageNo = negationBefore(page, pageFree, one);
      const corpusNo = negationBefore(corpus, corpusFree, other);
      const no = pageNo ?? corpusNo;
      if (no === null) continue;
      // A denial is told in other words; after "not", a word that is only related is another deed.
      if (one.stem !== other.stem && !isDenial(no)) continue;
      const from = (unit: Unit, word: Token | null) => ({
        ...unit,
        start: word?.start ?? unit.start,
      });
      return [difference("negation", sides, from(one, pageNo), from(other, corpusNo))];
    }
  }
  return isShared ? [] : oppositeSlots(sides);
}

/** Stems that say no without a negation: "declined to comment" is "had no comment". */
const negativeStems: ReadonlySet<string> = new Set(
  (
    "declined refused failed failure exception lacked lost unless prevented stopped avoided hardly barely yet rather instead " +
    "unable unlikely reject rejected oppose opposed abandon dismissed forbid banned barred ended ignore illegal " +
    "quit halted against exempt removed dropped missing absent few little empty free"
  )
    .split(" ")
    .map(stem),
);

function isNegative(passage: PreparedPassage): boolean {
  return passage.words.some(({ folded }) => negativeStems.has(stem(folded)));
}

/** The negation that the unit is the first thing after, or the denial that it is near after; else null. */
function negationBefore(
  passage: PreparedPassage,
  negations: readonly number[],
  unit: Unit,
): Token | null {
  const place = passage.words.findIndex((word) => word.start >= unit.start);
  const at = negations.find((at) => {
    if (at >= place || place - at > negationReach) return false;
    const word = passage.words[at]!;
    return isDenial(word) || firstDeedAfter(passage, word) === unit;
  });
  return at === undefined ? null : passage.words[at]!;
}

/** The first unit after a word, light nouns left out: who has "no intention of resigning" does not resign. */
function firstDeedAfter(passage: PreparedPassage, { end }: Token): Unit | undefined {
  return passage.units.find(({ start, stem }) => start >= end && !lightStems.has(stem));
}

const lightStems: ReadonlySet<string> = new Set(
  ["intention", "intent", "plan", "desire"].map(stem),
);

function isDenial({ folded }: Token): boolean {
  return stem(folded) === denyStem;
}

const denyStem = stem("deny");

function oppositeSlots(sides: Sides): readonly SlotDifference[] {
  for (const [i, unit] of sides.page.units.entries()) {
    if (unit.kind !== "word" || sides.partner.has(i)) continue;
    const other = sides.corpus.units.find(
      (one, j) =>
        one.kind === "word" &&
        !sides.taken.has(j) &&
        areOpposite(unit.stem, one.stem) &&
        argumentMeets(sides, i, j),
    );
    if (other) return [difference("negation", sides, unit, other)];
  }
  return [];
}

/**
 * True if a unit near one word is paired with one that is near the other, on either side of it:
 * "Mattis stays" is answered by "the departure of Mattis".
 */
function argumentMeets(sides: Sides, i: number, j: number): boolean {
  for (let a = i - argumentReach; a <= i + argumentReach; a++) {
    const partner = sides.partner.get(a);
    if (partner !== undefined && Math.abs(partner - j) <= argumentReach) return true;
  }
  return false;
}

/** Units between a deed and who does it: an office and a first name at most. */
const argumentReach = 3;

function difference(
  kind: DifferenceKind,
  { page, corpus }: Sides,
  one: Unit,
  other: Unit,
): SlotDifference {
  return {
    kind,
    page: page.text.slice(one.start, one.end),
    corpus: corpus.text.slice(other.start, other.end),
    pageWeight: one.weight,
    corpusWeight: other.weight,
  };
}
