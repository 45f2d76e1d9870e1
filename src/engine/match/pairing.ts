import { formatWeek, parseDay } from "../facts/calendar.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";

/** Two units, one of each passage, that speak of the same thing. */
export interface Pair {
  readonly page: number;
  readonly corpus: number;
  /** 1: the same key; less for a part of a name, a related word, a date within another. */
  readonly strength: number;
}

export const partStrength = 0.85;
export const relatedStrength = 0.7;
const compatibleStrength = 0.6;

/**
 * Pairs the units of two passages, in any order, each at most once: first the same things, then
 * parts of names, then dates and numbers that are compatible, then related words. Where a unit
 * could go to several, it goes to the one that stands where its neighbours went.
 * Linear in the number of units but for passages that repeat one word.
 */
export function pairUnits(page: PreparedPassage, corpus: PreparedPassage): readonly Pair[] {
  const state: PairingState = {
    page: page.units,
    corpus: corpus.units,
    partnerOfPage: new Int32Array(page.units.length).fill(-1),
    partnerOfCorpus: new Int32Array(corpus.units.length).fill(-1),
    strengths: new Float64Array(page.units.length),
  };
  pairBy(state, (unit) => [unit.key], 1);
  pairBy(state, (unit) => (unit.date || unit.number ? nothing : unit.parts), partStrength);
  pairCompatible(state);
  pairBy(state, (unit) => unit.groups, relatedStrength);
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

function pairBy(
  state: PairingState,
  keysOf: (unit: Unit) => readonly number[],
  strength: number,
): void {
  const places = new Map<number, number[]>();
  state.corpus.forEach((unit, place) => {
    if (state.partnerOfCorpus[place]! >= 0) return;
    for (const key of keysOf(unit)) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  });
  if (places.size === 0) return;
  state.page.forEach((unit, place) => {
    if (state.partnerOfPage[place]! >= 0) return;
    for (const key of keysOf(unit)) {
      const free = places.get(key)?.filter((at) => state.partnerOfCorpus[at]! < 0);
      if (!free || free.length === 0) continue;
      take(state, place, nearest(state, place, free), strength);
      break;
    }
  });
}

/** Of several places, the one nearest to where the unit before went. */
function nearest(state: PairingState, place: number, free: readonly number[]): number {
  if (free.length === 1) return free[0]!;
  let before = place - 1;
  while (before >= 0 && state.partnerOfPage[before]! < 0) before--;
  const expected = before < 0 ? place : state.partnerOfPage[before]! + (place - before);
  let best = free[0]!;
  for (const at of free) if (Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  return best;
}

/** Dates and numbers that can mean the same though they are not written as precisely. */
function pairCompatible(state: PairingState): void {
  state.page.forEach((unit, place) => {
    if (state.partnerOfPage[place]! >= 0 || !(unit.date || unit.number)) return;
    const partner = state.corpus.findIndex(
      (other, at) => state.partnerOfCorpus[at]! < 0 && areCompatible(unit, other),
    );
    if (partner >= 0) take(state, place, partner, compatibleStrength);
  });
}

/** True if two dates or two numbers can mean the same: "December" and "29 December", "over 5" and "7". */
function areCompatible(a: Unit, b: Unit): boolean {
  if (a.date && b.date) return datesCompatible(a, b);
  if (a.number && b.number) return numbersCompatible(a, b);
  return false;
}

function datesCompatible(a: Unit, b: Unit): boolean {
  const one = a.date?.value ?? "";
  const other = b.date?.value ?? "";
  if (one === "" || other === "") return false;
  return holdsDate(one, other) || holdsDate(other, one);
}

/** True if a date written less precisely ("2018-12", "2018-W51") holds one written more precisely. */
function holdsDate(wide: string, narrow: string): boolean {
  if (narrow.startsWith(wide.slice(0, 10))) return true;
  const day = wide.includes("W") ? parseDay(narrow) : null;
  return day !== null && formatWeek(day) === wide;
}

/** Numbers "about" each other may be a tenth apart. */
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
