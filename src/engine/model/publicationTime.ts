import type { DatePrecision, PublicationDate } from "./article.ts";

/**
 * The time in which something may have been published, in ms since 1970: `from` is the first
 * moment, `to` the first after the last. A time printed with its zone spans one minute or second;
 * one without a zone, or a day alone, spans everything it may mean anywhere.
 */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How far clocks are ahead of UTC in Auckland in summer, and behind it in Honolulu, the farthest
 * places with news.
 */
const mostAheadMs = 13 * hourMs;
const mostBehindMs = 10 * hourMs;

/**
 * Returns the time span of a date; null if the value is not a date. A precision that the value does
 * not show counts for nothing.
 */
export function timeSpanOf({ value, precision: stated }: PublicationDate): TimeSpan | null {
  const shown = precisionShown(value);
  const precision = exactness.indexOf(shown) < exactness.indexOf(stated) ? shown : stated;
  const day = value.slice(0, 10);
  const start = Date.parse(`${day}${"-01-01".slice(day.length - 4)}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  switch (precision) {
    case "year":
      return anywhere(start, Date.UTC(new Date(start).getUTCFullYear() + 1, 0));
    case "month":
      return anywhere(start, Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7))));
    case "day":
      return anywhere(start, start + dayMs);
    default:
      return spanOfTime(value, precision === "second" ? secondMs : minuteMs);
  }
}

/** The precisions, from the least exact to the most. */
const exactness: readonly DatePrecision[] = ["year", "month", "day", "minute", "second"];

function precisionShown(value: string): DatePrecision {
  if (value.length < 7) return "year";
  if (value.length < 10) return "month";
  if (value.length === 10) return "day";
  return /T\d\d:\d\d:\d\d/.test(value) ? "second" : "minute";
}

function spanOfTime(value: string, lengthMs: number): TimeSpan | null {
  const moment = Date.parse(hasZone(value) ? value : `${value}Z`);
  if (Number.isNaN(moment)) return null;
  return hasZone(value)
    ? { from: moment, to: moment + lengthMs }
    : anywhere(moment, moment + lengthMs);
}

/** Returns the span of a stretch of local time in any time zone. */
function anywhere(from: number, to: number): TimeSpan {
  return { from: from - mostAheadMs, to: to + mostBehindMs };
}

function hasZone(value: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(value.slice(10));
}

/**
 * Returns the moment in ms since 1970, to the minute or second; null if only a day, or a time
 * without its zone, is known.
 */
export function instantOf(date: PublicationDate): number | null {
  const span = timeSpanOf(date);
  return span !== null && span.to - span.from <= minuteMs ? span.from : null;
}

/**
 * Returns a negative number if `a` was certainly published before `b`, a positive one if after; 0
 * if that is not known, that is, at about the same time.
 */
export function comparePublished(a: PublicationDate, b: PublicationDate): number {
  const [ofA, ofB] = [timeSpanOf(a), timeSpanOf(b)];
  if (ofA === null || ofB === null) return 0;
  if (ofA.to <= ofB.from) return -1;
  return ofB.to <= ofA.from ? 1 : 0;
}

/**
 * Orders lists by publication: whatever is certainly earlier comes first, otherwise by the middle
 * of the possible time; what has no date comes last.
 */
export function inOrderOfTime(a: PublicationDate | null, b: PublicationDate | null): number {
  return middleOf(a) - middleOf(b) || 0;
}

function middleOf(date: PublicationDate | null): number {
  const span = date === null ? null : timeSpanOf(date);
  // Not Infinity: the difference of two infinities is NaN.
  return span === null ? Number.MAX_SAFE_INTEGER : (span.from + span.to) / 2;
}
