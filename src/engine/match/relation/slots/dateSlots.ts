import { stem } from "../../../text/stems.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { verbKey } from "../actions/verbs.ts";
import { areOnlyFree, type Side, type Sides, textOf, wordIndexOf } from "../slotSides.ts";
import { datesCanBeSame, firstDayOf, isDayName, type PrintedDate } from "./dateSpans.ts";
import { areOfOneClause, isSameVerb, questionOf, verbRightBefore } from "./sameQuestion.ts";

/**
 * Length of an ISO date that is only a year ("2013"). A year and a day answer one question only of what
 * happens once.
 */
const yearChars = 4;
const dayChars = 10;

/** Verbs of what happens once: "born in 1971", "born 3 May 1975". */
const onceOnly: ReadonlySet<string> = new Set("born die found".split(" ").map(verbKey));

/** True if two dates answer when the same happened and cannot be one. */
export function datesMeet(sides: Sides, i: number, j: number): boolean {
  const a = sides.page.units[i]!.date!;
  const b = sides.corpus.units[j]!.date!;
  const chars = [a.value?.length ?? 0, b.value?.length ?? 0];
  const areYearAndDay = Math.min(...chars) === yearChars && Math.max(...chars) === dayChars;
  if (areYearAndDay && !onceOnly.has(verbRightBefore(sides, i, j) ?? "")) return false;
  const page = { mention: a, text: textOf(sides.page, sides.page.units[i]!) };
  const corpus = { mention: b, text: textOf(sides.corpus, sides.corpus.units[j]!) };
  if (datesCanBeSame(page, corpus)) return false;
  const isSuch = ({ date }: Unit) =>
    date !== null && (sides.basis !== "certain" || date.value?.length === a.value?.length);
  const isOnly = areOnlyFree(sides, isSuch);
  if (sides.basis === "across") return isOnly && !areOfOneNight(page, corpus);
  if (questionOf(sides.pageSide, i) !== questionOf(sides.corpusSide, j)) return false;
  if (sides.basis === "certain") return isOnly;
  if (isAttributive(sides.pageSide, i) || isAttributive(sides.corpusSide, j)) return false;
  if (isRepeated(sides.pageSide, i) !== isRepeated(sides.corpusSide, j)) return false;
  if (sides.basis === "meaning" && isOnly && isSameVerb(sides, i, j) === true) return true;
  if (!hasPairedBeside(sides.page, i, (unit) => sides.partner.has(unit))) return false;
  if (!hasPairedBeside(sides.corpus, j, (unit) => sides.taken.has(unit))) return false;
  return areOfOneClause(sides, i, j);
}

/**
 * True for two named days of which one follows the other: "the night to Monday" is Sunday's in other
 * languages, and time zones part them.
 */
function areOfOneNight(a: PrintedDate, b: PrintedDate): boolean {
  const [one, other] = [firstDayOf(a.mention), firstDayOf(b.mention)];
  return isDayName(a) && isDayName(b) && Math.abs((one ?? 0) - (other ?? 0)) <= 1;
}

/**
 * True if what is next to a date is in both passages: in "the lowest point since 2017" the date
 * belongs to the point, not to the statement.
 */
function hasPairedBeside(
  { units }: PreparedPassage,
  unit: number,
  isPaired: (unit: number) => boolean,
): boolean {
  const isSuch = (step: 1 | -1) => {
    let at = unit + step;
    while (units[at] !== undefined && timeWords.has(units[at]!.stem)) at += step;
    return isPaired(at);
  };
  return isSuch(-1) || isSuch(1);
}

/** Words that accompany a date and say nothing about the event. */
const timeWords: ReadonlySet<string> = new Set(
  "since until before after early late near".split(" ").map(stem),
);

/** True for a date of what happens "again". */
function isRepeated({ passage, clauses }: Side, unit: number): boolean {
  const clause = clauses.of[wordIndexOf(passage, passage.units[unit]!)];
  return passage.words.some(({ folded }, at) => folded === "again" && clauses.of[at] === clause);
}

/**
 * True if a year says which event each passage is about, and the years differ: "the 2014 fire", "the
 * 2017 fire".
 */
export function areOfTwoYears(sides: Sides): boolean {
  const { page, corpus, pageSide, corpusSide, partner } = sides;
  return page.units.some((unit, i) => {
    if (unit.date === null || partner.has(i) || !isAttributive(pageSide, i)) return false;
    const there = (partner.get(i + 1) ?? 0) - 1;
    const other = corpus.units[there];
    if (!other?.date || !isAttributive(corpusSide, there)) return false;
    const printed = [
      { mention: unit.date, text: textOf(page, unit) },
      { mention: other.date, text: textOf(corpus, other) },
    ] as const;
    return !datesCanBeSame(...printed);
  });
}

const beforeAdverbs: ReadonlySet<string> = new Set(
  "on in at since until till by from before after during for to of early late last next this of between and".split(
    " ",
  ),
);

/** True for a year used as an adjective: "the 2002 riots" says which riots, not when. */
function isAttributive({ passage, clauses }: Side, unit: number): boolean {
  const own = passage.units[unit]!;
  const at = wordIndexOf(passage, own);
  if (beforeAdverbs.has(passage.words[at - 1]?.folded ?? "")) return false;
  const next = passage.units[unit + 1];
  if (next === undefined || next.kind === "date") return false;
  const nextAt = wordIndexOf(passage, next);
  const isNext =
    passage.words[nextAt - 1]!.end === own.end && clauses.of[nextAt] === clauses.of[at];
  return isNext && clauses.isVerb[nextAt] !== true;
}
