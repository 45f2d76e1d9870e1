import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import {
  type Sides,
  type SlotDifference,
  slotDifference,
  textOf,
  wordIndexOf,
} from "../slotSides.ts";

const ordinals: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
);

/** True for an ordinal number: "12th", "third". */
export function isOrdinal({ text }: PreparedPassage, { kind, number, start, end }: Unit): boolean {
  const printed = text.slice(start, end).toLowerCase();
  if (kind === "number") return number === null && /^\d+(?:st|nd|rd|th)$/.test(printed);
  return kind === "word" && ordinals.has(printed);
}

/** Returns the difference of two ranks: "the longest river" and "the second longest river". */
export function rankSlots(sides: Sides): readonly SlotDifference[] {
  for (const [i, j] of sides.partner) {
    const ranked = [withRank(sides.page, i), withRank(sides.corpus, j)] as const;
    const isRanked = ranked.map((one) => one?.isRanked);
    if (isRanked.includes(undefined) || isRanked[0] === isRanked[1]) continue;
    return [slotDifference("number", sides, ranked[0]!.unit, ranked[1]!.unit)];
  }
  return [];
}

/** Words by which things are ranked. */
const superlatives: ReadonlySet<string> = new Set(
  (
    "largest biggest greatest longest highest tallest deepest widest heaviest oldest youngest newest richest " +
    "wealthiest fastest busiest deadliest costliest strongest hottest warmest coldest driest wettest smallest " +
    "shortest lowest poorest best worst"
  ).split(" "),
);

/** Returns a superlative with the ordinal before it, if it has one; null for other words. */
function withRank(passage: PreparedPassage, index: number) {
  const unit = passage.units[index]!;
  if (unit.kind !== "word" || !superlatives.has(textOf(passage, unit).toLowerCase())) return null;
  const before = passage.words[wordIndexOf(passage, unit) - 1];
  if (before === undefined) return null;
  if (ordinals.has(before.folded))
    return { isRanked: true, unit: { ...unit, start: before.start } };
  return before.folded === "the" ? { isRanked: false, unit } : null;
}

/** Prepositions of time and place. */
const beforeAdjuncts: ReadonlySet<string> = new Set(
  "in during at on by from since until before after through of".split(" "),
);

/** True for an ordinal that only says when or where: "in the first quarter", but not "for the third time". */
export function isOfAdjunct(passage: PreparedPassage, unit: number): boolean {
  if (passage.units[unit]!.kind !== "word") return false;
  const at = wordIndexOf(passage, passage.units[unit]!);
  const before = passage.words.slice(Math.max(0, at - 2), at).map(({ folded }) => folded);
  return before.some((word) => beforeAdjuncts.has(word));
}
