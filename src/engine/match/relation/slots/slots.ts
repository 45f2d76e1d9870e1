import type { Pair } from "../../candidates/pairing.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { polaritySlots } from "../polarity/polarity.ts";
import { type Sides, type SlotDifference, sidesOf } from "../slotSides.ts";
import type { Speakers } from "../speakers.ts";
import { factSlots } from "./factSlots.ts";

/** Returns the slots that two passages fill differently. */
export function slotDifferences(
  sides: Sides,
  voices: Speakers = { pageSpeaker: null, corpusSpeaker: null },
): readonly SlotDifference[] {
  const facts = factSlots(sides);
  const denials = polaritySlots(sides, voices);
  // Exports to one country rise, those to another fall: nothing is denied.
  const isOfOthers = denials.length > 0 && facts.some(({ kind }) => matters.has(kind));
  return isOfOthers ? [] : [...facts, ...denials];
}

/** What two statements are about: a denial of the one says nothing of the other. */
const matters: ReadonlySet<SlotDifference["kind"]> = new Set(["date", "place", "actor"]);

/**
 * Returns the differing slots of passages in two languages: numbers and dates only, since names and
 * denials cannot be compared by words.
 */
export function slotsAcross(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
): readonly SlotDifference[] {
  const slots = factSlots(sidesOf(page, corpus, pairs, { page: [], corpus: [] }, "across"));
  return slots.filter(({ kind }) => kind === "number" || kind === "date");
}
