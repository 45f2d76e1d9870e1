import { formatWeek, parseDay } from "../../../facts/dates/calendar.ts";
import type { DateMention } from "../../../model/index.ts";

/** A date with the text as it was printed. */
export interface PrintedDate {
  readonly mention: DateMention;
  readonly text: string;
}

/** The first and last day that a date can mean, as day numbers. */
interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Tolerance in days for "last week" or "earlier this month": they are resolved from the article's
 * date, which is often the date of its last version.
 */
const slackOfRelative = 4;
const weekDays = 7;
/** Tolerance in weeks for articles that have a wrong date. */
const mostWeeksApart = 2;

/**
 * True if two dates can mean the same day: one lies within the other, or both name the same weekday
 * and one of the articles may have a wrong date. A date without a value can mean any day.
 */
export function datesCanBeSame(a: PrintedDate, b: PrintedDate): boolean {
  const [one, other] = [daySpanOf(a.mention), daySpanOf(b.mention)];
  if (one === null || other === null) return true;
  const isLoose = a.mention.precision === "week" || b.mention.precision === "week";
  const slack = isLoose ? slackOfRelative : 0;
  if (one.first <= other.last + slack && other.first <= one.last + slack) return true;
  const isOneDay = one.first === one.last && other.first === other.last;
  const apart = Math.abs(one.first - other.first);
  const isWeeksApart = apart % weekDays === 0 && apart <= mostWeeksApart * weekDays;
  return isOneDay && isWeeksApart && (isDayName(a) || isDayName(b));
}

/** True for a date that is resolved from the article's day: "Monday", "yesterday". */
export function isDayName({ mention, text }: PrintedDate): boolean {
  return mention.relative && !/\d/.test(text);
}

/** Returns the first day that a date can mean, as a day number; null if that is unknown. */
export function firstDayOf(mention: DateMention): number | null {
  return daySpanOf(mention)?.first ?? null;
}

function daySpanOf({ value }: DateMention): DaySpan | null {
  if (value === null) return null;
  const day = parseDay(value);
  if (day !== null) return { first: day, last: day };
  const week = /^(\d{4})-W\d{2}$/.exec(value);
  if (week) return weekSpan(value, Number(week[1]));
  const month = parseDay(`${value}-01`);
  if (month !== null) return { first: month, last: month + daysOfMonth(value) - 1 };
  const year = parseDay(`${value}-01-01`);
  return year === null ? null : { first: year, last: parseDay(`${value}-12-31`) ?? year };
}

/**
 * Returns the number of days in a month.
 * @param month for example "2018-12"
 */
function daysOfMonth(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  // The day before the first of the next month.
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function weekSpan(week: string, year: number): DaySpan | null {
  const start = parseDay(`${year}-01-04`);
  if (start === null) return null;
  const number = Number(week.slice(-2));
  for (let day = start + (number - 2) * weekDays; day < start + (number + 1) * weekDays; day++) {
    if (formatWeek(day) === week) return { first: day, last: day + 6 };
  }
  return null;
}
