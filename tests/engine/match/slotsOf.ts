import type { SlotBasis } from "../../../src/engine/match/relation/slotSides.ts";
import { slotDifferences } from "../../../src/engine/match/relation/slots/slots.ts";
import { compared } from "./preparedTexts.ts";

/** What fills a slot otherwise, as "kind: page / corpus". */
export function slotsOf(page: string, corpus: string, basis?: SlotBasis): readonly string[] {
  const comparison = compared(page, corpus);
  return slotDifferences(
    comparison.page,
    comparison.corpus,
    comparison.pairs,
    comparison.alignment,
    undefined,
    basis,
  ).map((slot) => `${slot.kind}: ${slot.page} / ${slot.corpus}`);
}

/** Two statements and the slots that they fill otherwise. */
export type SlotCase = readonly [
  name: string,
  page: string,
  corpus: string,
  slots: readonly string[],
];
