import { phraseAt } from "../../text/tableWords.ts";
import { formatDay, formatMonth, formatWeek, weekdayOf, yearOf } from "../dates/calendar.ts";
import { pad } from "../dates/dateParts.ts";
import { dayAndMonth, numericDate } from "./tableAbsoluteDates.ts";
import { amountAt } from "./tableAmounts.ts";
import type { TableDate, TableDateContext } from "./tableDateReading.ts";
import { withoutProclitic } from "./tableText.ts";

/** "letzte Woche", "la semana pasada" */
export function shiftedPeriod(context: TableDateContext, at: number): TableDate | null {
  const phrase = phraseAt(context.table.calendar.phrases, context.words, at);
  if (phrase === null) return null;
  const [period, shift] = phrase.value.split(" ");
  return periodFrom(context, at, phrase.next, period!, Number(shift));
}

function periodFrom(
  { day }: TableDateContext,
  first: number,
  next: number,
  period: string,
  shift: number,
): TableDate {
  const at = { first, next, relative: true } as const;
  switch (period) {
    case "day":
      return { ...at, precision: "day", value: day === null ? null : formatDay(day + shift) };
    case "week":
      return { ...at, precision: "week", value: day === null ? null : formatWeek(day + 7 * shift) };
    case "month":
      return { ...at, precision: "month", value: day === null ? null : formatMonth(day, shift) };
    default:
      return { ...at, precision: "year", value: day === null ? null : pad(yearOf(day) + shift, 4) };
  }
}

/** "Mittwoch", "mercredi 3 mai", "el pasado martes", "الثلاثاء المقبل" */
export function weekdayDate(context: TableDateContext, at: number): TableDate | null {
  const { words, table, day, tokens } = context;
  const { calendar } = table;
  const word = withoutProclitic(words[at]!, table, (rest) => calendar.weekdays.has(rest));
  if (word === null || isCommonWord(context, at)) return null;
  const which = calendar.weekdays.get(word)!;
  const dated = dateAfterWeekday(context, at);
  if (dated !== null) return { ...dated, first: at };
  if (day === null)
    return { first: at, next: at + 1, value: null, precision: "weekday", relative: true };
  const beside = [words[at - 1] ?? "", words[at + 1] ?? ""];
  const isLast = beside.some((other) => calendar.last.has(other));
  const isNext = beside.some((other) => calendar.next.has(other)) || pointsAhead(context, at);
  const back = (((weekdayOf(day) - which) % 7) + 7) % 7;
  const moved = isNext && !isLast ? 7 - back : isLast && back === 0 ? -7 : -back;
  const hasAdjective = calendar.last.has(beside[1]!) || calendar.next.has(beside[1]!);
  const next = hasAdjective && tokens[at + 1]!.kind === "word" ? at + 2 : at + 1;
  return { first: at, next, value: formatDay(day + moved), precision: "day", relative: true };
}

/** True for a weekday's name that is another word in lower case: "pazar", "salı". */
function isCommonWord({ text, tokens, table, words }: TableDateContext, at: number): boolean {
  const { start } = tokens[at]!;
  return (
    table.calendar.dayWord !== "" &&
    !/^\p{Lu}/u.test(text.slice(start, start + 2)) &&
    words[at + 1] !== table.calendar.dayWord
  );
}

function dateAfterWeekday(context: TableDateContext, at: number): TableDate | null {
  const { words } = context;
  for (let index = at + 1; index <= at + 3; index++) {
    if (context.tokens[index]?.kind === "number" || /^\d/.test(words[index] ?? "")) {
      return numericDate(context, index) ?? dayAndMonth(context, index);
    }
    if (
      !/^[,(]$/.test(words[index] ?? "") &&
      !context.table.articles.has(words[index] ?? "") &&
      words[index] !== context.table.calendar.dayWord
    )
      return null;
  }
  return null;
}

/** Tokens before a weekday that may say it is to come. */
const aheadReach = 12;

function pointsAhead({ words, table }: TableDateContext, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - aheadReach); index--) {
    const word = words[index]!;
    if (
      word === "." ||
      word === ";" ||
      table.speech.verbs.has(word) ||
      table.speech.participles.has(word)
    )
      return false;
    if (table.calendar.future.has(word)) return true;
  }
  return false;
}

/** "heute", "hier", "dün" */
export function namedDayDate(context: TableDateContext, at: number): TableDate | null {
  const { words, joined, table } = context;
  const moved = table.calendar.days.get(joined[at]!) ?? table.calendar.days.get(words[at]!);
  if (moved === undefined || isMorning(context, at)) return null;
  return periodFrom(context, at, at + 1, "day", moved);
}

/**
 * True if the word for tomorrow follows an article and means the morning: "por la mañana", "am
 * Morgen".
 */
function isMorning({ words, table }: TableDateContext, at: number): boolean {
  return (
    table.calendar.days.get(words[at]!) === 1 &&
    (table.articles.has(words[at - 1] ?? "") || table.prepositions.has(words[at - 1] ?? ""))
  );
}

/** "vor drei Tagen", "hace dos semanas", "три дня назад", "قبل يومين" */
export function countedPeriod(context: TableDateContext, at: number): TableDate | null {
  const { words, table } = context;
  const { calendar } = table;
  const before = phraseAt(calendar.agoBefore, words, at);
  const from = before?.next ?? at;
  const count = countAt(context, from);
  if (count === null) return null;
  const period = calendar.periods.get(words[count.next - (count.isDual ? 1 : 0)] ?? "");
  if (period === undefined) return null;
  const next = count.next + (count.isDual ? 0 : 1);
  const isAgo = before !== null || calendar.agoAfter.has(words[next] ?? "");
  if (!isAgo) return null;
  const found = periodFrom(context, at, before === null ? next + 1 : next, period, -count.value);
  return period === "day" || period === "week" || count.value < 400 ? found : null;
}

/** A number, an article ("vor einer Woche") or a noun for two ("قبل يومين"). */
function countAt(
  context: TableDateContext,
  at: number,
): { readonly value: number; readonly next: number; readonly isDual: boolean } | null {
  const { words, table } = context;
  const word = words[at] ?? "";
  const isPeriod = table.calendar.periods.has(word);
  const dual = table.numbers.words.get(word);
  if (isPeriod)
    return dual === 2
      ? { value: 2, next: at + 1, isDual: true }
      : { value: 1, next: at, isDual: false };
  const one = table.numbers.ones.get(word);
  if (one !== undefined) return { value: 1, next: at + 1, isDual: false };
  const amount = amountAt(context, at);
  if (amount === null || !Number.isInteger(amount.value) || amount.value > 400 || amount.value < 1)
    return null;
  return { value: amount.value, next: amount.next, isDual: false };
}
