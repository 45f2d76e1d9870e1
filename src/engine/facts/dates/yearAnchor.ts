import type { DateMention } from "../../model/index.ts";
import { approximateDay, yearOf } from "./calendar.ts";

/** A date with a known year, from which later dates without a year take theirs. */
export interface YearAnchor {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** The end of the paragraph that it is in. */
  readonly paragraphEnd: number;
}

/** A text whose dates are being read, with the anchor that applies. */
export interface AnchoredText {
  readonly text: string;
  /** The article's day, as days since 1970-01-01; null if it is not known. */
  readonly day: number | null;
  readonly anchor: YearAnchor | null;
}

/** Dates within this many days of the article's belong to its own time, whatever precedes them. */
const ownTime = 60;
const halfYear = 183;

/**
 * Returns the year of a day and month at an offset: the year that brings them closest to the
 * article's day or, if they are still far from it, to the anchor. The anchor applies up to the end of
 * its paragraph; in a text without a day, to the end. Null if neither is known.
 */
export function yearOfDate(
  { day: articleDay, anchor }: AnchoredText,
  at: number,
  month: number,
  day: number,
): number | null {
  const own = articleDay === null ? null : yearClosestTo(articleDay, month, day);
  if (own !== null && own.distance <= ownTime) return own.year;
  if (anchor !== null && (own === null || at < anchor.paragraphEnd)) {
    return yearClosestTo(anchor.day, month, day).year;
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
 * Returns the anchor after a date has been read: the date itself, unless it is too vague, or relative
 * and far from the anchor before it, which then stays.
 */
export function nextAnchor({ text, anchor }: AnchoredText, date: DateMention): YearAnchor | null {
  const day = approximateDay(date);
  if (day === null) return anchor;
  const goesOn = anchor !== null && Math.abs(day - anchor.day) < halfYear;
  if (date.relative && !goesOn) return anchor;
  return { day, paragraphEnd: paragraphEnd(text, date.end, anchor) };
}

/**
 * Returns the end of the paragraph at an offset; searches the text only if the anchor ends before
 * it.
 */
function paragraphEnd(text: string, at: number, anchor: YearAnchor | null): number {
  if (anchor !== null && at <= anchor.paragraphEnd) return anchor.paragraphEnd;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
