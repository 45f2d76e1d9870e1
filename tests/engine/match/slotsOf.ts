import { type SlotBasis, sidesOf } from "../../../src/engine/match/relation/slotSides.ts";
import { slotDifferences } from "../../../src/engine/match/relation/slots/slots.ts";
import { compared } from "./preparedTexts.ts";

/** What fills a slot otherwise, as "kind: page / corpus". */
export function slotsOf(page: string, corpus: string, basis?: SlotBasis): readonly string[] {
  const its = compared(page, corpus);
  const sides = sidesOf(its.page, its.corpus, its.pairs, its.alignment, basis);
  return slotDifferences(sides).map((slot) => `${slot.kind}: ${slot.page} / ${slot.corpus}`);
}

/** Two statements and the slots that they fill otherwise. */
export type SlotCase = readonly [
  name: string,
  page: string,
  corpus: string,
  slots: readonly string[],
];
