import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { isMeasure, isTime } from "./measures.ts";

/** What happened to the people that a number counts. */
export type Fate = "dead" | "hurt" | "missing";

const fates: ReadonlyMap<string, Fate> = new Map(
  [
    [
      "dead",
      "kill killed killing dead died die dies deaths death toll fatalities lives drown drowned perished",
    ],
    ["hurt", "injured injuring injuries hurt wounded wounding wounds hospitalised hospitalized"],
    ["missing", "missing disappeared unaccounted"],
  ].flatMap(([fate, words]) => words!.split(" ").map((word) => [word, fate as Fate] as const)),
);

/**
 * The most words between a number and the word for what happened to the people: "26 people were
 * shot dead".
 */
const fateReach = 5;

/** True if one number counts the dead and the other the hurt or missing. */
export function haveOtherFates({ pageSide, corpusSide }: Sides, i: number, j: number): boolean {
  const fates = [fateOf(pageSide, i), fateOf(corpusSide, j)];
  return !fates.includes(null) && fates[0] !== fates[1];
}

/**
 * Returns the outcome named nearest to a number in its clause; null if it counts something else.
 */
export function fateOf({ passage, clauses }: Side, unit: number): Fate | null {
  const own = passage.units[unit]!;
  if (isMeasure(own.number!.unit) || isTime(own)) return null;
  const at = wordIndexOf(passage, own);
  const last = passage.words.findLastIndex(({ end }) => end <= own.end);
  let nearest: Fate | null = null;
  let least = fateReach + 1;
  passage.words.forEach(({ folded }, index) => {
    const fate = fates.get(folded);
    const reach = Math.max(at - index, index - last);
    if (fate === undefined || clauses.of[index] !== clauses.of[at] || reach >= least) return;
    nearest = fate;
    least = reach;
  });
  return nearest;
}
