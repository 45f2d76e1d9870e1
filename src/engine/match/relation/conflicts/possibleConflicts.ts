/**
 * Finds what two statements may be at odds over: two numbers, dates or names that cannot be the same,
 * and two antonyms. Whether both answer one question is for the model to say.
 */
import { stem } from "../../../text/stems.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { areOpposite } from "../../score/relatedWords.ts";
import {
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
  textOf,
  wordIndexOf,
} from "../slotSides.ts";
import { datesCanBeSame } from "../slots/dateSpans.ts";
import { isDeniedOnce } from "../slots/factSlots.ts";
import { haveOtherFates } from "../slots/fates.ts";
import { isMeasure } from "../slots/measures.ts";
import {
  comparisonAfter,
  countedBy,
  haveOtherAdjuncts,
  isSumOfOthers,
  printed,
} from "../slots/numberSlots.ts";
import { numbersCanBeSame } from "../slots/numbersAlike.ts";
import { areRelatedStems } from "../slots/sameQuestion.ts";
import { maySpellOne } from "../wording/spellings.ts";

/** What a conflict is about. */
export type ConflictKind = "number" | "date" | "name" | "opposite";

/** Two units, one of each statement, that may be at odds. */
export interface PossibleConflict {
  readonly kind: ConflictKind;
  /** Indices of the units. */
  readonly page: number;
  readonly corpus: number;
}

/** The most that are weighed: two lists of figures would have thousands. */
const mostConflicts = 200;

/** Returns the pairs of units that may be at odds, at most 200. */
export function possibleConflicts(sides: Sides): readonly PossibleConflict[] {
  const found: PossibleConflict[] = [];
  const isOneDenied = isDeniedOnce(sides);
  for (const page of sides.page.units.keys()) {
    for (const corpus of sides.corpus.units.keys()) {
      const kind = kindOf(sides, page, corpus);
      // Of "will not open before 2025" another date is no denial.
      if (kind === null || (isOneDenied && kind !== "opposite")) continue;
      found.push({ kind, page, corpus });
      if (found.length === mostConflicts) return found;
    }
  }
  return found;
}

/** Returns a conflict as the difference that is shown. */
export function differenceOf(
  sides: Sides,
  { kind, page, corpus }: PossibleConflict,
): SlotDifference {
  const [a, b] = [sides.page.units[page]!, sides.corpus.units[corpus]!];
  const arePlaces = [a, b].every(({ name }) => name?.kind === "place");
  const named = arePlaces ? "place" : "actor";
  return slotDifference(
    kind === "name" ? named : kind === "opposite" ? "negation" : kind,
    sides,
    a,
    b,
  );
}

function kindOf(sides: Sides, page: number, corpus: number): ConflictKind | null {
  const [a, b] = [sides.page.units[page]!, sides.corpus.units[corpus]!];
  if (a.number && b.number) return areOtherNumbers(sides, page, corpus) ? "number" : null;
  if (sides.partner.has(page) || sides.taken.has(corpus)) return null;
  if (a.date && b.date) return areOtherDates(sides, a, b) ? "date" : null;
  if (a.name && b.name) return areOtherNames(sides, a, b) ? "name" : null;
  if (!areOpposite(a.stem, b.stem)) return null;
  if (isBefore(sides.page, a) !== isBefore(sides.corpus, b)) return null;
  // "Acquitted" is "found not guilty".
  return isDenied(sides.page, a) === isDenied(sides.corpus, b) ? "opposite" : null;
}

/** True for two numbers of one kind that are not the same, and that the other statement does not repeat. */
function areOtherNumbers(sides: Sides, page: number, corpus: number): boolean {
  const { pageSide, corpusSide } = sides;
  if (!areOfOneKind(pageSide, page, corpusSide, corpus)) return false;
  if (haveOtherFates(sides, page, corpus) || isSumOfOthers(sides, page, corpus)) return false;
  if (haveOtherAdjuncts(sides, page, corpus)) return false;
  const [a, b] = [sides.page.units[page]!, sides.corpus.units[corpus]!];
  if (comparisonAfter(sides.page, a) !== comparisonAfter(sides.corpus, b)) return false;
  if (numbersCanBeSame(printed(sides.page, a), printed(sides.corpus, b))) return false;
  return !isRepeated(pageSide, page, corpusSide) && !isRepeated(corpusSide, corpus, pageSide);
}

/** False for a share and a sum, and for two measures that would have to be converted. */
function areOfOneKind(side: Side, unit: number, their: Side, other: number): boolean {
  const [a, b] = [countedBy(side, unit), countedBy(their, other)];
  return a === b || ![a, b].some((thing) => isMeasure(thing) || dimensions.has(thing ?? ""));
}

/** Units of length, area, time and weight. */
const dimensions: ReadonlySet<string> = new Set(
  (
    "metre meter kilometre kilometer mile foot feet inch yard hectare acre second minute hour day week month year decade " +
    "century kilogram pound ton tonne degree"
  )
    .split(" ")
    .flatMap((word) => [word, stem(word)]),
);

/** Beyond this factor a number that keeps to a bound is another one: above 2 percent, and 95 percent. */
const farOff = 1.5;

/** True if the other statement has the number as well, or one that it may be rounded from. */
function isRepeated(side: Side, unit: number, their: Side): boolean {
  const own = side.passage.units[unit]!;
  const { value } = own.number!;
  const counted = countedBy(side, unit);
  return their.passage.units.some((fact, other) => {
    const { number } = fact;
    if (number === null) return false;
    if (number.value === value) return true;
    const [low, high] = [Math.min(value, number.value), Math.max(value, number.value)];
    if (high > farOff * low) return false;
    const thing = countedBy(their, other);
    const isOfOther =
      counted !== null && thing !== null && counted !== thing && !areRelatedStems(counted, thing);
    return !isOfOther && numbersCanBeSame(printed(side.passage, own), printed(their.passage, fact));
  });
}

function areOtherDates({ page, corpus }: Sides, a: Unit, b: Unit): boolean {
  return !datesCanBeSame(
    { mention: a.date!, text: textOf(page, a) },
    { mention: b.date!, text: textOf(corpus, b) },
  );
}

/** Names that begin alike are forms of one: "Pyrenees", "Pyrenean". */
const beginning = 4;

function areOtherNames({ page, corpus }: Sides, a: Unit, b: Unit): boolean {
  const kinds = new Set([a.name!.kind, b.name!.kind]);
  if (kinds.size > 1 && kinds.has("person") && !kinds.has("other")) return false;
  if (hasWord(corpus, a.parts.at(-1)) || hasWord(page, b.parts.at(-1))) return false;
  const [own, their] = [textOf(page, a), textOf(corpus, b)];
  return own.slice(0, beginning) !== their.slice(0, beginning) && !maySpellOne(own, their);
}

function hasWord({ words }: PreparedPassage, stemHash: number | undefined): boolean {
  return words.some(({ form }) => form.stemHash === stemHash);
}

/** True for what had been before: "the bridge had been closed". */
function isBefore(passage: PreparedPassage, unit: Unit): boolean {
  const at = wordIndexOf(passage, unit);
  return passage.words.slice(Math.max(0, at - reach), at).some(({ folded }) => folded === "had");
}

/** The most words from "not" or "had" to the verb: "found not guilty", "did not even try". */
const reach = 3;

function isDenied(passage: PreparedPassage, unit: Unit): boolean {
  const at = wordIndexOf(passage, unit);
  return passage.negations.some((no) => no < at && at - no <= reach);
}
