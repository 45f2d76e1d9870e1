import type { DateMention } from "../../model/index.ts";
import { months, numberTables } from "../../text/languageTables.ts";
import { isStopword } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import { dayNumber, isoDay, pad, yearNumber } from "./dateParts.ts";
import { type DateContext, type DateReading, dateOf, singleDate } from "./dateReading.ts";
import { yearOfDate } from "./yearAnchor.ts";

/** "2018-12-29" */
export function readIso(context: DateContext, at: number): DateReading | null {
  const { tokens } = context;
  const parts = [tokens[at]!, tokens[at + 2], tokens[at + 4]];
  if (tokens[at + 1]?.folded !== "-" || tokens[at + 3]?.folded !== "-") return null;
  const [year, month, day] = parts.map((part) => (part?.kind === "number" ? part.folded : ""));
  if (!/^\d{4}$/.test(year!) || !/^\d\d?$/.test(month!) || !/^\d\d?$/.test(day!)) return null;
  const value = isoDay(Number(year), Number(month), Number(day));
  return value === null
    ? null
    : singleDate(dateOf(context, at, at + 5, value, "day", false), at + 5);
}

/** "29 December 2018", "29 December", "29th of December" */
export function readDayMonth(context: DateContext, at: number): DateReading | null {
  const { tokens } = context;
  const day = dayNumber(tokens[at]);
  if (day === null) return null;
  const monthAt = tokens[at + 1]?.folded === "of" ? at + 2 : at + 1;
  const month = namedMonthAt(context, monthAt);
  if (month === null) return null;
  const year = yearAt(context, month.next);
  const next = year?.next ?? month.next;
  return singleDate(dayIn(context, at, next, year?.year ?? null, month.month, day), next);
}

/** "December 29, 2018", "Dec. 29", "July 14 and 15", "December 2018", "in December" */
export function readMonth(context: DateContext, at: number): DateReading | null {
  const { tokens } = context;
  const month = namedMonthAt(context, at);
  if (month === null) return null;
  const first = startOfPart(context, at);
  const day = dayNumber(tokens[month.next]);
  if (day === null) return readMonthOnly(context, first, at, month);
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
  context: DateContext,
  first: number,
  at: number,
  month: { month: number; next: number },
): DateReading | null {
  const year = yearAt(context, month.next);
  if (year === null && !mayBeMonth(context, at)) return null;
  const next = year?.next ?? month.next;
  const inYear = year?.year ?? yearOfDate(context, context.tokens[first]!.start, month.month, 15);
  const value = inYear === null ? null : `${pad(inYear, 4)}-${pad(month.month, 2)}`;
  return singleDate(dateOf(context, first, next, value, "month", year === null), next);
}

/**
 * True for a capitalised month. "May" and "March" need a word such as "in", "last" or "early"
 * before them.
 */
function mayBeMonth({ text, tokens }: DateContext, at: number): boolean {
  const token = tokens[at]!;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return false;
  if (token.folded !== "may" && token.folded !== "march" && token.folded !== "mar") return true;
  return beforeMonth.has(tokens[at - 1]?.folded ?? "");
}

const beforeMonth: ReadonlySet<string> = new Set(
  "in last this next since until by early late mid from through of during before after".split(" "),
);

/** The days of "July 14 and 15", "July 14, 15", "July 14-16" after the first. */
function moreDays(
  { tokens }: DateContext,
  from: number,
): { day: number; at: number; next: number }[] {
  const joint = tokens[from]?.folded;
  if (joint !== "and" && joint !== "-" && joint !== "–" && joint !== "to") return [];
  const day = dayNumber(tokens[from + 1]);
  return day === null ? [] : [{ day, at: from + 1, next: from + 2 }];
}

/**
 * Returns the month (1..12) whose capitalised name is at a token, and the token after it; null if
 * there is none.
 */
export function namedMonthAt(
  { text, tokens }: DateContext,
  at: number,
): { month: number; next: number } | null {
  const token = tokens[at];
  const month = token === undefined ? undefined : months.get(token.folded);
  if (token === undefined || month === undefined) return null;
  if (!/^\p{Lu}/u.test(text.slice(token.start, token.end))) return null;
  const isShortened = token.folded.length < 5 && !wholeShortMonths.has(token.folded);
  return { month, next: isShortened && tokens[at + 1]?.folded === "." ? at + 2 : at + 1 };
}

/** A full stop after one of these ends a sentence. */
const wholeShortMonths: ReadonlySet<string> = new Set(["may", "june", "july"]);

/** A year after a month, with or without a comma. */
function yearAt({ tokens }: DateContext, at: number): { year: number; next: number } | null {
  const index = tokens[at]?.folded === "," ? at + 1 : at;
  const year = yearNumber(tokens[index]);
  return year === null ? null : { year, next: index + 1 };
}

/** "in 2017", "early 2019", "the 2016 race", "photographed, 1943": four digits that count nothing. */
export function readYear(context: DateContext, at: number): DateReading | null {
  const { tokens } = context;
  const year = yearNumber(tokens[at]);
  if (year === null || isCounting(tokens, at, year)) return null;
  return singleDate(
    dateOf(context, startOfPart(context, at), at + 1, pad(year, 4), "year", false),
    at + 1,
  );
}

/**
 * True for a number that is not a year ("2000 men", "$2015", "1943:"), unless the word before it
 * says that it is one.
 */
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
function startOfPart({ tokens }: DateContext, at: number): number {
  const index = tokens[at - 1]?.folded === "-" ? at - 2 : at - 1;
  const word = tokens[index]?.folded ?? "";
  return word === "early" || word === "late" || word === "mid" ? index : at;
}

function dayIn(
  context: DateContext,
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
