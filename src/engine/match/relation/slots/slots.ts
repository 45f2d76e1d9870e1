import type { Pair } from "../../candidates/pairing.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { polaritySlots } from "../polarity/polarity.ts";
import { type SlotBasis, type SlotDifference, sidesOf } from "../slotSides.ts";
import type { Speakers } from "../speakers.ts";
import type { WordAlignment } from "../wording/wordAlignment.ts";
import { factSlots } from "./factSlots.ts";

/** Returns the slots that page and corpus fill differently. */
export function slotDifferences(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignment: WordAlignment,
  voices: Speakers = { pageSpeaker: null, corpusSpeaker: null },
  basis: SlotBasis = "words",
): readonly SlotDifference[] {
  const sides = sidesOf(page, corpus, pairs, alignment, basis);
  return [...factSlots(sides), ...polaritySlots(sides, pairs, voices)];
}

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
