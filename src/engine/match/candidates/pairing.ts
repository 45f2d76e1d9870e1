import { formatWeek, parseDay } from "../../facts/dates/calendar.ts";
import { sameNameAcrossScripts } from "../../facts/names/nameAcrossScripts.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";

/** Two units, one of each passage, that refer to the same thing. */
export interface Pair {
  readonly page: number;
  readonly corpus: number;
  /** 1 for equal keys; less for a part of a name, a related word or a date within another. */
  readonly strength: number;
}

/** Strength of a pair in which one unit is a part of the other: "Putin", "Vladimir Putin". */
export const partStrength = 0.85;
/** Strength of a pair of related words. */
export const relatedStrength = 0.7;
const compatibleStrength = 0.6;

/**
 * Pairs the units of two passages, in any order, each at most once: first equal units, then parts
 * of names, then compatible dates and numbers, then related words. A unit with several possible
 * partners gets the one nearest to its neighbours' partners. `isAcross`: the passages are in two
 * languages. Time: the product of the numbers of units, which for some twenty units is less than
 * looking up keys.
 */
export function pairUnits(
  page: PreparedPassage,
  corpus: PreparedPassage,
  isAcross = false,
): readonly Pair[] {
  const state: PairingState = {
    page: page.units,
    corpus: corpus.units,
    partnerOfPage: new Int32Array(page.units.length).fill(-1),
    partnerOfCorpus: new Int32Array(corpus.units.length).fill(-1),
    strengths: new Float64Array(page.units.length),
  };
  pairBy(state, keyOf, hasKey, 1);
  if (isAcross) pairNamesAcross(state);
  pairBy(state, partsOf, hasPart, partStrength);
  pairCompatible(state);
  pairBy(state, groupsOf, hasGroup, relatedStrength);
  const pairs: Pair[] = [];
  for (let i = 0; i < page.units.length; i++) {
    const partner = state.partnerOfPage[i]!;
    if (partner >= 0) pairs.push({ page: i, corpus: partner, strength: state.strengths[i]! });
  }
  return pairs;
}

const nothing: readonly number[] = [];

interface PairingState {
  readonly page: readonly Unit[];
  readonly corpus: readonly Unit[];
  readonly partnerOfPage: Int32Array;
  readonly partnerOfCorpus: Int32Array;
  readonly strengths: Float64Array;
}

const keyOf = ({ key }: Unit) => [key];
const hasKey = (unit: Unit, key: number) => unit.key === key;
const partsOf = (unit: Unit) => (unit.date || unit.number ? nothing : unit.parts);
const hasPart = (unit: Unit, part: number) => partsOf(unit).includes(part);
const groupsOf = ({ groups }: Unit) => groups;
const hasGroup = ({ groups }: Unit, group: number) => groups.includes(group);

/**
 * Pairs units of the page with free corpus units that have one of their keys, trying the keys in
 * order.
 */
function pairBy(
  state: PairingState,
  keysOf: (unit: Unit) => readonly number[],
  has: (unit: Unit, key: number) => boolean,
  strength: number,
): void {
  for (let index = 0; index < state.page.length; index++) {
    if (state.partnerOfPage[index]! >= 0) continue;
    for (const key of keysOf(state.page[index]!)) {
      const at = nearestFree(state, index, has, key);
      if (at < 0) continue;
      take(state, index, at, strength);
      break;
    }
  }
}

/**
 * Returns the free unit with a key that is nearest to the partner of the unit before; -1 if there
 * is none.
 */
function nearestFree(
  state: PairingState,
  index: number,
  has: (unit: Unit, key: number) => boolean,
  key: number,
): number {
  let best = -1;
  let expected = -1;
  for (let at = 0; at < state.corpus.length; at++) {
    if (state.partnerOfCorpus[at]! >= 0 || !has(state.corpus[at]!, key)) continue;
    if (best < 0) {
      best = at;
      continue;
    }
    if (expected < 0) expected = expectedIndex(state, index);
    if (Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}

/**
 * Returns the index where a unit's partner is expected, continuing from the partner of the unit
 * before.
 */
function expectedIndex({ partnerOfPage }: PairingState, index: number): number {
  let before = index - 1;
  while (before >= 0 && partnerOfPage[before]! < 0) before--;
  return before < 0 ? index : partnerOfPage[before]! + (index - before);
}

/** Pairs names that two languages spell differently. */
function pairNamesAcross(state: PairingState): void {
  state.page.forEach(({ name }, index) => {
    if (name === null || state.partnerOfPage[index]! >= 0) return;
    const at = state.corpus.findIndex(
      (other, i) =>
        other.name !== null &&
        state.partnerOfCorpus[i]! < 0 &&
        sameNameAcrossScripts(name.canonical, other.name.canonical),
    );
    if (at >= 0) take(state, index, at, 1);
  });
}

/** Pairs dates and numbers that can mean the same although their precision differs. */
function pairCompatible(state: PairingState): void {
  state.page.forEach((unit, index) => {
    if (state.partnerOfPage[index]! >= 0 || !(unit.date || unit.number)) return;
    const partner = state.corpus.findIndex(
      (other, at) => state.partnerOfCorpus[at]! < 0 && areCompatible(unit, other),
    );
    if (partner >= 0) take(state, index, partner, compatibleStrength);
  });
}

/**
 * True if two dates or two numbers can mean the same: "December" and "29 December", "over 5" and
 * "7".
 */
function areCompatible(a: Unit, b: Unit): boolean {
  return datesCompatible(a, b) || numbersCompatible(a, b);
}

function datesCompatible(a: Unit, b: Unit): boolean {
  const one = a.date?.value ?? "";
  const other = b.date?.value ?? "";
  if (one === "" || other === "") return false;
  return holdsDate(one, other) || holdsDate(other, one);
}

/** True if a less precise date ("2018-12", "2018-W51") contains a more precise one. */
function holdsDate(wide: string, narrow: string): boolean {
  if (narrow.startsWith(wide.slice(0, 10))) return true;
  const day = wide.includes("W") ? parseDay(narrow) : null;
  return day !== null && formatWeek(day) === wide;
}

/** Tolerance for approximate numbers, as a share of their value. */
const aboutShare = 0.1;

function numbersCompatible(a: Unit, b: Unit): boolean {
  const one = a.number;
  const other = b.number;
  if (!one || !other || (one.unit !== null && other.unit !== null && one.unit !== other.unit)) {
    return false;
  }
  const lower = Math.max(one.value, other.value);
  const upper = Math.min(one.upper ?? one.value, other.upper ?? other.value);
  if (lower <= upper) return true;
  const isAbout = one.bound === "about" || other.bound === "about";
  if (isAbout && Math.abs(one.value - other.value) <= aboutShare * Math.abs(one.value)) return true;
  return (
    (one.bound === "atLeast" && other.value >= one.value && other.value < one.value * 2) ||
    (other.bound === "atLeast" && one.value >= other.value && one.value < other.value * 2)
  );
}

function take(state: PairingState, page: number, corpus: number, strength: number): void {
  state.partnerOfPage[page] = corpus;
  state.partnerOfCorpus[corpus] = page;
  state.strengths[page] = strength;
}
