import { areOpposite } from "./relatedWords.ts";
import { type Sides, type SlotDifference, slotDifference } from "./slotSides.ts";

/** Words that say the contrary of each other in one slot, "rose" against "fell": one such pair at most. */
export function oppositeSlots(sides: Sides): readonly SlotDifference[] {
  for (const [i, unit] of sides.page.units.entries()) {
    if (unit.kind !== "word" || sides.partner.has(i)) continue;
    const other = sides.corpus.units.find(
      (one, j) =>
        one.kind === "word" &&
        !sides.taken.has(j) &&
        areOpposite(unit.stem, one.stem) &&
        argumentMeets(sides, i, j),
    );
    if (other) return [slotDifference("negation", sides, unit, other)];
  }
  return [];
}

/**
 * True if a unit near one word is paired with one that is near the other, on either side of it:
 * "Mattis stays" is answered by "the departure of Mattis". A day is nobody to stay or leave.
 */
function argumentMeets(sides: Sides, i: number, j: number): boolean {
  for (let a = i - argumentReach; a <= i + argumentReach; a++) {
    const partner = sides.page.units[a]?.kind === "date" ? undefined : sides.partner.get(a);
    if (partner !== undefined && Math.abs(partner - j) <= argumentReach) return true;
  }
  return false;
}

/** Units between a deed and who does it: an office and a first name at most. */
const argumentReach = 3;
