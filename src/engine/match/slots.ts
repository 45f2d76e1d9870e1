import { factSlots } from "./factSlots.ts";
import type { Pair } from "./pairing.ts";
import { polaritySlots } from "./polarity.ts";
import type { PreparedPassage } from "./preparedPassage.ts";
import type { Sides, SlotDifference } from "./slotSides.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** The slots of one statement that page and corpus fill otherwise. */
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
