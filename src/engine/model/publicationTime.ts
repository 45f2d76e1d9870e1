import type { DatePrecision, PublicationDate } from "./article.ts";

/**
 * When something may have been published, in ms since 1970: `from` is the first moment, `to` the first
 * after the last. A time that was printed with its zone is one minute or second; one without, and a
 * bare day, is all that it may be anywhere.
 */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Clocks are so far ahead of UTC in Auckland in summer, and so far behind it in Honolulu: news is printed in between. */
const mostAheadMs = 13 * hourMs;
const mostBehindMs = 10 * hourMs;

/** Null for a value that is no date. What a file calls more exact than the value shows is no more exact. */
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

/** From the least exact to the most. */
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

/** A stretch of a calendar or a clock, wherever it hangs. */
function anywhere(from: number, to: number): TimeSpan {
  return { from: from - mostAheadMs, to: to + mostBehindMs };
}

function hasZone(value: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(value.slice(10));
}

/** The moment in ms since 1970, to the minute or second; null where only a day or a clock without its zone is known. */
export function instantOf(date: PublicationDate): number | null {
  const span = timeSpanOf(date);
  return span !== null && span.to - span.from <= minuteMs ? span.from : null;
}

/**
 * Negative if `a` was surely published before `b`, positive if after; 0 where that is not known, which
 * is to say about the same time.
 */
export function comparePublished(a: PublicationDate, b: PublicationDate): number {
  const [ofA, ofB] = [timeSpanOf(a), timeSpanOf(b)];
  if (ofA === null || ofB === null) return 0;
  if (ofA.to <= ofB.from) return -1;
  return ofB.to <= ofA.from ? 1 : 0;
}

/**
 * An order for lists, in which whatever is surely earlier stands first: by the middle of what may have
 * been; what has no date stands last.
 */
export function inOrderOfTime(a: PublicationDate | null, b: PublicationDate | null): number {
  return middleOf(a) - middleOf(b) || 0;
}

function middleOf(date: PublicationDate | null): number {
  const span = date === null ? null : timeSpanOf(date);
  // Not Infinity, of which two have no difference.
  return span === null ? Number.MAX_SAFE_INTEGER : (span.from + span.to) / 2;
}
