import type { DateMention } from "../model/index.ts";
import { classOf, UPPER } from "../text/characters.ts";
import {
  months,
  namedDays,
  numberTables,
  periods,
  shiftWords,
  weekdays,
} from "../text/languageTables.ts";
import { isStopword } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import { DATE_WORD } from "../text/wordTraits.ts";
import { formatDay, formatMonth, formatWeek, parseDay, weekdayOf, yearOf } from "./calendar.ts";
import { dayNumber, isoDay, pad, yearNumber } from "./dateParts.ts";
import { type ToldDate, toldAfter, yearOfDate } from "./toldYear.ts";

/**
 * Dates as written and as meant. Absolute ones carry their own year ("Dec. 29, 2018", "29 December
 * 2018", "2018-12-29", "January 2017", "early 2019"); relative ones are counted from the article's
 * day ("Saturday", "last week", "three days ago", "July 15" without a year), and have no value when
 * that is not known. A day far from the article's goes on in the year that is being told of ("On 19
 * December 2018 … On 28 December"). One pass over the tokens, each pattern tried where its first
 * word stands.
 *
 * @param articleDay the ISO day that relative dates count from, or null
 */
export function findDates(
  text: string,
  articleDay: string | null,
  tokens: readonly Token[] = tokenise(text),
): readonly DateMention[] {
  const day = articleDay === null ? null : parseDay(articleDay);
  const context: Context = { text, tokens, day, told: null };
  const found: DateMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const reading = readAt(context, at);
    if (reading === null) {
      at++;
      continue;
    }
    for (const date of reading.dates) {
      found.push(date);
      context.told = toldAfter(context, date);
    }
    at = reading.next;
  }
  return found;
}

interface Context {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly day: number | null;
  /** The last date whose year is written, or follows from one that is. */
  told: ToldDate | null;
}

interface Reading {
  readonly dates: readonly DateMention[];
  readonly next: number;
}

function readAt(context: Context, at: number): Reading | null {
  const token = context.tokens[at]!;
  if (token.kind === "number") {
    return (
      readIso(context, at) ??
      readDayMonth(context, at) ??
      readCount(context, at) ??
      readYear(context, at)
    );
  }
  if (token.kind !== "word" || (token.traits & DATE_WORD) === 0) return null;
  return (
    readMonth(context, at) ??
    readShifted(context, at) ??
    readWeekday(context, at, 0) ??
    readNamedDay(context, at) ??
    readCount(context, at)
  );
}

/** One date from token `first` to before token `next`. */
function dateOf(
  { tokens }: Context,
  first: number,
  next: number,
  value: string | null,
  precision: DateMention["precision"],
  relative: boolean,
): DateMention {
  return { start: tokens[first]!.start, end: tokens[next - 1]!.end, value, precision, relative };
}

function one(date: DateMention, next: number): Reading {
  return { dates: [date], next };
}

/** "2018-12-29" */
function readIso(context: Context, at: number): Reading | null {
  const { tokens } = context;
  const parts = [tokens[at]!, tokens[at + 2], tokens[at + 4]];
  if (tokens[at + 1]?.folded !== "-" || tokens[at + 3]?.folded !== "-") return null;
  const [year, month, day] = parts.map((part) => (part?.kind === "number" ? part.folded : ""));
  if (!/^\d{4}$/.test(year!) || !/^\d\d?$/.test(month!) || !/^\d\d?$/.test(day!)) return null;
  const value = isoDay(Number(year), Number(month), Number(day));
  return value === null ? null : one(dateOf(context, at, at + 5, value, "day", false), at + 5);
}

/** "29 December 2018", "29 December", "29th of December" */
function readDayMonth(context: Context, at: number): Reading | null {
  const { tokens } = context;
  const day = dayNumber(tokens[at]);
  if (day === null) return null;
  const monthAt = tokens[at + 1]?.folded === "of" ? at + 2 : at + 1;
  const month = namedMonthAt(context, monthAt);
  if (month === null) return null;
  const year = yearAt(context, month.next);
  const next = year?.next ?? month.next;
  return one(dayIn(context, at, next, year?.year ?? null, month.month, day), next);
}

/** "December 29, 2018", "Dec. 29", "July 14 and 15", "December 2018", "in December" */
function readMonth(context: Context, at: number): Reading | null {
  const { tokens } = context;
  const month = namedMonthAt(context, at);
  if (month === null) return null;
  const first = startOfPart(context, at);
  const day = dayNumber(tokens[month.next]);
  if (day === null) return readMonthOnly(context, first, month);
  const more = moreDays(context, month.next + 1);
  const afterDays = more.length > 0 ? more[more.length - 1]!.next : month.next + 1;
  const year = yearAt(context, afterDays);
  const end = year?.next ?? afterDays;
  const firstEnd = more.length > 0 ? month.next + 1 : end;
  const dates = [dayIn(context, at, firstEnd, year?.year ?? null, month.month, day)];
  for (const [index, other] of more.entries()) {
    const last = index === more.length - 1 ? end : other.next;
    dates.push(dayIn(context, other.at, last, year?.year ?? null, month.month, other.day));
  }
  return { dates, next: end };
}

function readMonthOnly(
  context: Context,
  first: number,
  month: { month: number; next: number },
): Reading | null {
  const year = yearAt(context, month.next);
  if (year === null && !mayBeMonth(context, month.next - 1)) return null;
  const next = year?.next ?? month.next;
  const inYear = year?.year ?? yearOfDate(context, context.tokens[first]!.start, month.month, 15);
  const value = inYear === null ? null : `${pad(inYear, 4)}-${pad(month.month, 2)}`;
  return one(dateOf(context, first, next, value, "month", year === null), next);
}

/** "may" and "march" are verbs, too: without day or year they need "in", "last", "early", … before. */
function mayBeMonth({ text, tokens }: Context, at: number): boolean {
  const token = tokens[at]!;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return false;
  if (token.folded !== "may" && token.folded !== "march" && token.folded !== "mar") return true;
  return beforeMonth.has(tokens[at - 1]?.folded ?? "");
}

const beforeMonth: ReadonlySet<string> = new Set(
  "in last this next since until by early late mid from through of during before after".split(" "),
);

/** The days of "July 14 and 15", "July 14, 15", "July 14-16" after the first. */
function moreDays({ tokens }: Context, from: number): { day: number; at: number; next: number }[] {
  const joint = tokens[from]?.folded;
  if (joint !== "and" && joint !== "-" && joint !== "–" && joint !== "to") return [];
  const day = dayNumber(tokens[from + 1]);
  return day === null ? [] : [{ day, at: from + 1, next: from + 2 }];
}

function namedMonthAt(
  { text, tokens }: Context,
  at: number,
): { month: number; next: number } | null {
  const token = tokens[at];
  const month = token === undefined ? undefined : months.get(token.folded);
  if (token === undefined || month === undefined) return null;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return null;
  return {
    month,
    next: tokens[at + 1]?.folded === "." && token.folded.length < 5 ? at + 2 : at + 1,
  };
}

/** A year after a month, with or without a comma. */
function yearAt({ tokens }: Context, at: number): { year: number; next: number } | null {
  const index = tokens[at]?.folded === "," ? at + 1 : at;
  const year = yearNumber(tokens[index]);
  return year === null ? null : { year, next: index + 1 };
}

/** "in 2017", "early 2019", "the 2016 race", "photographed, 1943": four digits that count nothing. */
function readYear(context: Context, at: number): Reading | null {
  const { tokens } = context;
  const year = yearNumber(tokens[at]);
  if (year === null || isCounting(tokens, at, year)) return null;
  return one(
    dateOf(context, startOfPart(context, at), at + 1, pad(year, 4), "year", false),
    at + 1,
  );
}

/** "2000 men", "$2015", "1943:": a number, unless a word before it says that it is a year. */
function isCounting(tokens: readonly Token[], at: number, year: number): boolean {
  const after = tokens[at + 1]?.folded ?? "";
  if (numberTables.units.has(after) || numberTables.scales.has(after)) return true;
  const before = tokens[at - 1]?.folded ?? "";
  if (beforeYear.has(before)) return false;
  if (year < 1900 || year > 2040 || numberTables.currencySigns.has(before)) return true;
  const isCounted = after === "people" || after === "men" || /[^s]s$/.test(after);
  // "2010 was a hard year": a verb after it counts nothing.
  return /[:/.@#]/.test(before + after) || (isCounted && !isStopword(after));
}

const beforeYear: ReadonlySet<string> = new Set(
  "in since until by early late mid from through of during before after around for the year between".split(
    " ",
  ),
);

/** Takes in "early", "late", "mid-" before a month or a year. */
function startOfPart({ tokens }: Context, at: number): number {
  const index = tokens[at - 1]?.folded === "-" ? at - 2 : at - 1;
  const word = tokens[index]?.folded ?? "";
  return word === "early" || word === "late" || word === "mid" ? index : at;
}

/** "last week", "next year", "this month", "last July", "last Friday", "earlier this month" */
function readShifted(context: Context, at: number): Reading | null {
  const { tokens, day } = context;
  const shift = shiftWords.get(tokens[at]!.folded);
  if (shift === undefined) return null;
  const word = tokens[at + 1]?.folded ?? "";
  const period = word.endsWith("s") ? undefined : periods.get(word);
  if (period !== undefined && period !== "day") {
    return one(periodDate(context, at, at + 2, period, shift), at + 2);
  }
  const weekday = readWeekday(context, at + 1, shift);
  if (weekday !== null) {
    const date = weekday.dates[0]!;
    return one({ ...date, start: tokens[at]!.start }, weekday.next);
  }
  const month = namedMonthAt(context, at + 1);
  if (month === null || dayNumber(tokens[month.next]) !== null || day === null) return null;
  const value = shiftedMonth(day, month.month, shift);
  return one(dateOf(context, at, month.next, value, "month", true), month.next);
}

function shiftedMonth(day: number, month: number, shift: number): string {
  const now = Number(formatMonth(day, 0).slice(5));
  let year = yearOf(day);
  if (shift < 0 && month >= now) year--;
  if (shift > 0 && month <= now) year++;
  return `${year}-${pad(month, 2)}`;
}

function periodDate(
  context: Context,
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
function readWeekday(context: Context, at: number, shift: number): Reading | null {
  const { text, tokens, day } = context;
  const token = tokens[at];
  const weekday = token === undefined ? undefined : weekdays.get(token.folded);
  if (token === undefined || weekday === undefined) return null;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return null;
  const dated = readMonthAfterWeekday(context, at);
  if (dated !== null) return dated;
  if (day === null) return one(dateOf(context, at, at + 1, null, "weekday", true), at + 1);
  const back = (((weekdayOf(day) - weekday) % 7) + 7) % 7;
  const ahead = shift > 0 || (shift === 0 && pointsAhead(context, at));
  const moved = ahead ? 7 - back : shift < 0 && back === 0 ? -7 : -back;
  return one(dateOf(context, at, at + 1, formatDay(day + moved), "day", true), at + 1);
}

/** "Saturday, Dec. 29": the date says which. */
function readMonthAfterWeekday(context: Context, at: number): Reading | null {
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

function readDayMonthAt(context: Context, at: number): Reading | null {
  return context.tokens[at]!.kind === "number" ? readDayMonth(context, at) : null;
}

/** "will … on Friday": a weekday after a future verb in the same stretch lies ahead. */
function pointsAhead({ tokens }: Context, at: number): boolean {
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
function readNamedDay(context: Context, at: number): Reading | null {
  const moved = namedDays.get(context.tokens[at]!.folded);
  if (moved === undefined || isPartOfTitle(context, at)) return null;
  const value = context.day === null ? null : formatDay(context.day + moved);
  return one(dateOf(context, at, at + 1, value, "day", true), at + 1);
}

/** "USA TODAY", "Russia Today", "told Today": a capital after a word. */
function isPartOfTitle({ text, tokens }: Context, at: number): boolean {
  const before = tokens[at - 1];
  const isInSentence = before?.kind === "word" && before.end === tokens[at]!.start - 1;
  return isInSentence && isCapital(text, tokens[at]!) && text[before.end] === " ";
}

function isCapital(text: string, { start }: Token): boolean {
  return (classOf(text.charCodeAt(start)) & UPPER) !== 0;
}

/** "three days ago", "two weeks earlier" counts only with "ago": "earlier" counts from something else. */
function readCount(context: Context, at: number): Reading | null {
  const { tokens, day } = context;
  const count = countOf(tokens[at]!);
  const period = periods.get(tokens[at + 1]?.folded ?? "");
  if (count === null || period === undefined || tokens[at + 2]?.folded !== "ago") return null;
  const next = at + 3;
  if (period === "day" || period === "week") {
    const value = day === null ? null : dayBefore(day, count, period);
    return one(dateOf(context, at, next, value, period, true), next);
  }
  return one(periodDate(context, at, next, period, -count), next);
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

function dayIn(
  context: Context,
  first: number,
  next: number,
  year: number | null,
  month: number,
  day: number,
): DateMention {
  const inYear = year ?? yearOfDate(context, context.tokens[first]!.start, month, day);
  const value = inYear === null ? null : isoDay(inYear, month, day);
  return dateOf(context, first, next, value, "day", year === null);
}
