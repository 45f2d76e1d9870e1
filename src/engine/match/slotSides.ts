import type { Difference, DifferenceKind } from "../model/index.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";
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

/** Two passages with their units paired. */
export interface Sides {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly alignment: WordAlignment;
  /** Places of units: page → corpus. */
  readonly partner: ReadonlyMap<number, number>;
  /** Places of the corpus's units that have a partner. */
  readonly taken: ReadonlySet<number>;
}

/** The difference that one unit of each side makes. */
export function slotDifference(
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
