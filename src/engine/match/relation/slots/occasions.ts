import type { Pair } from "../../candidates/pairing.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { textOf } from "../slotSides.ts";
import { firstDayOf } from "./dateSpans.ts";

/** Two dates that are nearer to each other, in days, may be of one occasion. */
const seasonDays = 45;
/** How far apart in days the two events may lie from the same place in their own articles' time. */
const ownTimeDays = 21;

/**
 * True if each passage dates its event by its own article's time, and the articles are far apart:
 * "a poll taken Sept. 14–18" and "a poll taken Oct. 3–6", a year later, are two polls. No date of
 * the one is a date of the other, and two that are printed differently are as far apart as the
 * articles.
 * @param days between the two articles; null if one of them has no date
 */
export function areTwoOccasions(
  page: PreparedPassage,
  corpus: PreparedPassage,
  days: number | null,
): boolean {
  if (days === null) return false;
  const there = datesOf(corpus);
  const pairs = datesOf(page).flatMap((one) => there.map((other) => ({ one, other })));
  const apart = pairs.map(({ one, other }) => Math.abs(one.day - other.day));
  return (
    apart.every((distance) => distance > seasonDays) &&
    pairs.some(
      ({ one, other }, i) => one.text !== other.text && Math.abs(apart[i]! - days) <= ownTimeDays,
    )
  );
}

/**
 * True if each passage says that somebody else gave an outlet no comment: "The Hill campaign did not
 * respond to a request for comment". Every outlet asks for itself.
 * @param pairs those of the two passages' units
 */
export function areTwoRequests(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
): boolean {
  if (!isUnanswered(page) || !isUnanswered(corpus)) return false;
  const here = new Set(pairs.map((pair) => pair.page));
  const there = new Set(pairs.map((pair) => pair.corpus));
  const hasOwn = ({ units }: PreparedPassage, paired: ReadonlySet<number>) =>
    units.some(({ name }, i) => name !== null && !paired.has(i));
  return hasOwn(page, here) && hasOwn(corpus, there);
}

function isUnanswered({ words, negations }: PreparedPassage): boolean {
  const has = (some: RegExp) => words.some(({ folded }) => some.test(folded));
  return has(/^comments?$/) && (negations.length > 0 || has(/^(?:declin|refus)/));
}

/** Words of which each line has one where a poll says how exact it is, or whom it asked. */
const surveyMethod: readonly (readonly ReadonlySet<string>[])[] = [
  ["margin sampling", "error"],
  ["poll survey", "conducted questioned surveyed interviewed polled respondents telephone"],
].map((lines) => lines.map((words) => new Set(words.split(" "))));

/**
 * True if each passage says how a poll was made, and their figures are not the same: what one poll's
 * margin of error is says nothing of another's.
 */
export function areTwoSurveys(page: PreparedPassage, corpus: PreparedPassage): boolean {
  if (!tellsOfSurvey(page) || !tellsOfSurvey(corpus)) return false;
  const there = corpus.units.flatMap(({ number }) => number?.value ?? []);
  const here = page.units.flatMap(({ number }) => number?.value ?? []);
  return here.length > 0 && there.length > 0 && !here.some((value) => there.includes(value));
}

function tellsOfSurvey({ words }: PreparedPassage): boolean {
  const has = (some: ReadonlySet<string>) => words.some(({ folded }) => some.has(folded));
  return surveyMethod.some((lines) => lines.every(has));
}

/** Returns the first days of a passage's dates, without years, which are too wide to tell. */
function datesOf(passage: PreparedPassage): readonly { text: string; day: number }[] {
  return passage.units.flatMap((unit) => {
    if (unit.date === null || unit.date.precision === "year") return [];
    const day = firstDayOf(unit.date);
    return day === null ? [] : [{ text: textOf(passage, unit), day }];
  });
}
