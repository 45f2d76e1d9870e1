import type { DateMention } from "../../model/index.ts";
import { classOf, UPPER } from "../../text/characters.ts";
import {
  namedDays,
  numberTables,
  periods,
  shiftWords,
  weekdays,
} from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";
import { namedMonthAt, readDayMonth, readMonth } from "./absoluteDates.ts";
import { formatDay, formatMonth, formatWeek, weekdayOf, yearOf } from "./calendar.ts";
import { dayNumber, pad } from "./dateParts.ts";
import { type DateContext, type DateReading, dateOf, singleDate } from "./dateReading.ts";

/** "last week", "next year", "this month", "last July", "last Friday", "earlier this month" */
export function readShifted(context: DateContext, at: number): DateReading | null {
  const { tokens, day } = context;
  const shift = shiftWords.get(tokens[at]!.folded);
  if (shift === undefined) return null;
  const word = tokens[at + 1]?.folded ?? "";
  const period = word.endsWith("s") ? undefined : periods.get(word);
  if (period !== undefined && period !== "day") {
    return singleDate(periodDate(context, at, at + 2, period, shift), at + 2);
  }
  const weekday = readWeekday(context, at + 1, shift);
  if (weekday !== null) {
    const date = weekday.dates[0]!;
    return singleDate({ ...date, start: tokens[at]!.start }, weekday.next);
  }
  const month = namedMonthAt(context, at + 1);
  if (month === null || dayNumber(tokens[month.next]) !== null || day === null) return null;
  const value = shiftedMonth(day, month.month, shift);
  return singleDate(dateOf(context, at, month.next, value, "month", true), month.next);
}

function shiftedMonth(day: number, month: number, shift: number): string {
  const now = Number(formatMonth(day, 0).slice(5));
  let year = yearOf(day);
  if (shift < 0 && month >= now) year--;
  if (shift > 0 && month <= now) year++;
  return `${year}-${pad(month, 2)}`;
}

function periodDate(
  context: DateContext,
  first: number,
  next: number,
  period: string,
  shift: number,
): DateMention {
  const { day } = context;
  if (period === "week") {
    const value = day === null ? null : formatWeek(day + 7 * shift);
    return dateOf(context, first, next, value, "week", true);
  }
  if (period === "month") {
    const value = day === null ? null : formatMonth(day, shift);
    return dateOf(context, first, next, value, "month", true);
  }
  const value = day === null ? null : pad(yearOf(day) + shift, 4);
  return dateOf(context, first, next, value, "year", true);
}

/** "Saturday": the last one up to the article's day; with a shift, that of the other week. */
export function readWeekday(context: DateContext, at: number, shift: number): DateReading | null {
  const { text, tokens, day } = context;
  const token = tokens[at];
  const weekday = token === undefined ? undefined : weekdays.get(token.folded);
  if (token === undefined || weekday === undefined) return null;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return null;
  const dated = readMonthAfterWeekday(context, at);
  if (dated !== null) return dated;
  if (day === null) return singleDate(dateOf(context, at, at + 1, null, "weekday", true), at + 1);
  const back = (((weekdayOf(day) - weekday) % 7) + 7) % 7;
  const ahead = shift > 0 || (shift === 0 && pointsAhead(context, at));
  const moved = ahead ? 7 - back : shift < 0 && back === 0 ? -7 : -back;
  return singleDate(dateOf(context, at, at + 1, formatDay(day + moved), "day", true), at + 1);
}

/** "Saturday, Dec. 29": the date says which. */
function readMonthAfterWeekday(context: DateContext, at: number): DateReading | null {
  const { tokens } = context;
  const index = tokens[at + 1]?.folded === "," ? at + 2 : at + 1;
  const reading =
    tokens[index] === undefined
      ? null
      : (readMonth(context, index) ?? readDayMonthAt(context, index));
  const date = reading?.dates[0];
  if (reading === null || date === undefined || date.precision !== "day") return null;
  return {
    dates: [{ ...date, start: tokens[at]!.start }, ...reading.dates.slice(1)],
    next: reading.next,
  };
}

function readDayMonthAt(context: DateContext, at: number): DateReading | null {
  return context.tokens[at]!.kind === "number" ? readDayMonth(context, at) : null;
}

/**
 * True if a weekday is ahead, because a verb of the future precedes it nearby: "will … on Friday".
 */
function pointsAhead({ tokens }: DateContext, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 12); index--) {
    const { folded } = tokens[index]!;
    if (folded === "." || folded === ";" || folded === "said" || folded === "told") return false;
    if (folded === "coming" || folded === "upcoming") return index >= at - 2;
    if (aheadWords.has(folded)) return true;
  }
  return false;
}

const aheadWords: ReadonlySet<string> = new Set(
  "will scheduled expected due plans begins starts opens meets votes".split(" "),
);

/** "today", "yesterday", "tonight", "tomorrow" */
export function readNamedDay(context: DateContext, at: number): DateReading | null {
  const moved = namedDays.get(context.tokens[at]!.folded);
  if (moved === undefined || isPartOfTitle(context, at)) return null;
  const value = context.day === null ? null : formatDay(context.day + moved);
  return singleDate(dateOf(context, at, at + 1, value, "day", true), at + 1);
}

/**
 * True for a capitalised word after another word, which is part of a name: "USA TODAY", "Russia
 * Today".
 */
function isPartOfTitle({ text, tokens }: DateContext, at: number): boolean {
  const before = tokens[at - 1];
  const isInSentence = before?.kind === "word" && before.end === tokens[at]!.start - 1;
  return isInSentence && isCapital(text, tokens[at]!) && text[before.end] === " ";
}

function isCapital(text: string, { start }: Token): boolean {
  return (classOf(text.charCodeAt(start)) & UPPER) !== 0;
}

/** "three days ago", "two weeks earlier" counts only with "ago": "earlier" counts from something else. */
export function readCount(context: DateContext, at: number): DateReading | null {
  const { tokens, day } = context;
  const count = countOf(tokens[at]!);
  const period = periods.get(tokens[at + 1]?.folded ?? "");
  if (count === null || period === undefined || tokens[at + 2]?.folded !== "ago") return null;
  const next = at + 3;
  if (period === "day" || period === "week") {
    const value = day === null ? null : dayBefore(day, count, period);
    return singleDate(dateOf(context, at, next, value, period, true), next);
  }
  return singleDate(periodDate(context, at, next, period, -count), next);
}

function dayBefore(day: number, count: number, period: "day" | "week"): string {
  return period === "day" ? formatDay(day - count) : formatWeek(day - 7 * count);
}

function countOf(token: Token): number | null {
  if (token.folded === "a" || token.folded === "an") return 1;
  const value =
    token.kind === "number" ? Number(token.folded) : numberTables.words.get(token.folded);
  return value !== undefined && value > 0 && value < 400 && Number.isInteger(value) ? value : null;
}
