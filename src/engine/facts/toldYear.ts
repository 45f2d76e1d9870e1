import type { DateMention } from "../model/index.ts";
import { dayTold, yearOf } from "./calendar.ts";

/** A date whose year is written, or follows from one that is. */
export interface ToldDate {
  readonly day: number;
  /** The end of the paragraph that it is in. */
  readonly paragraphEnd: number;
}

/** A text with the article's day and the last date in it, as days since 1970-01-01. */
export interface ToldText {
  readonly text: string;
  readonly day: number | null;
  readonly told: ToldDate | null;
}

/** Dates within this many days of the article's belong to its own time, whatever precedes them. */
const ownTime = 60;
const halfYear = 183;

/**
 * Returns the year for a day and month at an offset: the one closest to the article's day, or to
 * the last date with a year. A new paragraph returns to the article's own time; a text without a
 * day does not.
 */
export function yearOfDate(
  { day: articleDay, told }: ToldText,
  at: number,
  month: number,
  day: number,
): number | null {
  const own = articleDay === null ? null : yearClosestTo(articleDay, month, day);
  if (own !== null && own.distance <= ownTime) return own.year;
  if (told !== null && (own === null || at < told.paragraphEnd)) {
    return yearClosestTo(told.day, month, day).year;
  }
  return own?.year ?? null;
}

function yearClosestTo(anchor: number, month: number, day: number) {
  const around = yearOf(anchor);
  const years = [around - 1, around, around + 1].map((year) => ({
    year,
    distance: Math.abs(Date.UTC(year, month - 1, day) / 86_400_000 - anchor),
  }));
  return years.reduce((best, one) => (one.distance < best.distance ? one : best));
}

/**
 * Returns the date that later dates without a year follow: this one, if its year is written and is
 * not the article's own.
 */
export function toldAfter({ text, told }: ToldText, date: DateMention): ToldDate | null {
  const day = dayTold(date);
  if (day === null) return told;
  const goesOn = told !== null && Math.abs(day - told.day) < halfYear;
  if (date.relative && !goesOn) return told;
  return { day, paragraphEnd: paragraphEnd(text, date.end, told) };
}

/** Looked for once a paragraph. */
function paragraphEnd(text: string, at: number, told: ToldDate | null): number {
  if (told !== null && at <= told.paragraphEnd) return told.paragraphEnd;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
