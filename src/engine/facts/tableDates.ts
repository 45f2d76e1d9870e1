import type { DateMention } from "../model/index.ts";
import { phraseAt } from "../text/tableWords.ts";
import { formatDay, formatMonth, formatWeek, parseDay, weekdayOf, yearOf } from "./calendar.ts";
import { isoDay, pad } from "./dateParts.ts";
import { amountAt } from "./tableAmounts.ts";
import { type TableText, withoutProclitic } from "./tableText.ts";
import { type ToldDate, toldAfter, yearOfDate } from "./toldYear.ts";

/**
 * Dates of a text in a language that is read by a table, as `findDates` gives those of English:
 * "am 3. Mai 2018", "le 1er mars", "12.03.2019", "в среду", "geçen hafta", "قبل ثلاثة أيام".
 *
 * @param articleDay the ISO day that relative dates count from, or null
 */
export function findTableDates(
  reading: TableText,
  articleDay: string | null,
): readonly DateMention[] {
  const day = articleDay === null ? null : parseDay(articleDay);
  const context: Context = { ...reading, day, told: null };
  const found: DateMention[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const date = dateAt(context, at);
    if (date === null) {
      at++;
      continue;
    }
    const { start } = reading.tokens[date.first]!;
    const { end } = reading.tokens[date.next - 1]!;
    const mention = {
      start,
      end,
      value: date.value,
      precision: date.precision,
      relative: date.relative,
    };
    found.push(mention);
    context.told = toldAfter(context, mention);
    at = Math.max(date.next, at + 1);
  }
  return found;
}

interface Context extends TableText {
  readonly day: number | null;
  told: ToldDate | null;
}

interface Found {
  readonly first: number;
  readonly next: number;
  readonly value: string | null;
  readonly precision: DateMention["precision"];
  readonly relative: boolean;
}

function dateAt(context: Context, at: number): Found | null {
  const { tokens } = context;
  if (tokens[at]!.kind === "punctuation") return null;
  if (tokens[at]!.kind === "number") {
    return (
      inNumbers(context, at) ??
      dayAndMonth(context, at) ??
      counted(context, at) ??
      yearAlone(context, at)
    );
  }
  return (
    (/^\d/.test(context.words[at]!) ? dayAndMonth(context, at) : null) ??
    monthWithoutDay(context, at) ??
    shifted(context, at) ??
    weekday(context, at) ??
    namedDay(context, at) ??
    counted(context, at)
  );
}

/** "12.03.2019", "12/03/2019", "2019-03-12" */
function inNumbers(context: Context, at: number): Found | null {
  const { text, tokens } = context;
  const written = text.slice(tokens[at]!.start, tokens[at]!.start + 10);
  const ascii = written.replace(/\p{Nd}/gu, (digit) =>
    String(Number.isNaN(Number(digit)) ? digit.charCodeAt(0) & 0xf : digit),
  );
  const european = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})/.exec(ascii);
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(ascii);
  const parts = european === null ? iso?.slice(1) : [european[4]!, european[3]!, european[1]!];
  if (parts === undefined) return null;
  const value = isoDay(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  const end = tokens[at]!.start + (european ?? iso)![0].length;
  let next = at;
  while (next < tokens.length && tokens[next]!.start < end) next++;
  return value === null ? null : { first: at, next, value, precision: "day", relative: false };
}

/** "3. Mai 2018", "1er mars", "3 de mayo de 2018", "3 мая", "14-15 марта" */
function dayAndMonth(context: Context, at: number): Found | null {
  const day = dayNumber(context, at);
  if (day === null) return null;
  const month = monthAt(context, pastParts(context, at + 1, true));
  if (month === null) return null;
  const year = yearAt(context, month.next);
  const inYear = year?.year ?? yearOfDate(context, context.tokens[at]!.start, month.month, day);
  const value = inYear === null ? null : isoDay(inYear, month.month, day);
  return {
    first: at,
    next: year?.next ?? month.next,
    value,
    precision: "day",
    relative: year === null,
  };
}

function dayNumber({ text, tokens, words }: Context, at: number): number | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "punctuation") return null;
  const parts = /^(\d{1,2})(?:er|e|o|º|ª|st)?$/.exec(words[at]!);
  const day = parts === null ? Number.NaN : Number(parts[1]);
  return day >= 1 && day <= 31 && text[token.start] !== undefined ? day : null;
}

/** Past a stop, a bracket of cases and small words between the parts of a date; once a day's "-15". */
function pastParts({ words, table }: Context, at: number, afterDay: boolean): number {
  let next = at;
  if (words[next] === "." || words[next] === "º") next++;
  if (afterDay && /^[-–]$/.test(words[next] ?? "") && /^\d{1,2}$/.test(words[next + 1] ?? ""))
    next += 2;
  if (words[next] === ".") next++;
  while (table.calendar.betweenParts.has(words[next] ?? "") && next < at + 3) next++;
  return next;
}

function monthAt(
  { words, table, tokens }: Context,
  at: number,
): { readonly month: number; readonly next: number } | null {
  const found = phraseAt(table.calendar.months, words, at) ?? proclitic(words, at, table);
  if (found === null) return null;
  const hasStop =
    words[found.next] === "." &&
    words[at]!.length < 5 &&
    tokens[found.next]!.start === tokens[at]!.end;
  const next = hasStop ? found.next + 1 : found.next;
  // "مايو/أيار": the month by both of its names.
  const other = words[next] === "/" ? phraseAt(table.calendar.months, words, next + 1) : null;
  return { month: found.value, next: other?.next ?? next };
}

function proclitic(words: readonly string[], at: number, table: TableText["table"]) {
  const word = words[at] ?? "";
  const bare = withoutProclitic(word, table, (rest) => table.calendar.months.has(rest));
  if (bare === null || bare === word) return null;
  return phraseAt(table.calendar.months, words, at, bare);
}

/** A year after a month: "2018", "de 2018", "2018 г." */
function yearAt(
  context: Context,
  at: number,
): { readonly year: number; readonly next: number } | null {
  const { words, table } = context;
  let index = words[at] === "," || words[at] === "/" ? at + 1 : at;
  while (table.calendar.betweenParts.has(words[index] ?? "") && index < at + 3) index++;
  if (words[index] === table.calendar.yearWord) index++;
  const year = yearNumber(words[index]);
  if (year === null) return null;
  const hasWord =
    words[index + 1] === table.calendar.yearWord ||
    table.numbers.units.get(words[index + 1] ?? "") === "year";
  return { year, next: hasWord ? index + 2 : index + 1 };
}

function yearNumber(word: string | undefined): number | null {
  return /^(?:1[5-9]|20)\d\d$/.test(word ?? "") ? Number(word) : null;
}

/** "im Mai", "en mars 2018", "в январе": a month that is a word, too, needs a capital or a preposition. */
function monthWithoutDay(context: Context, at: number): Found | null {
  const { text, tokens, words, table } = context;
  const month = monthAt(context, at);
  if (month === null) return null;
  const year = yearAt(context, month.next);
  const isCapital = /^\p{Lu}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2));
  const isNamed =
    table.prepositions.has(words[at - 1] ?? "") ||
    (isCapital && !table.capitalisedNouns) ||
    table.articles.has(words[at - 1] ?? "");
  if (year === null && (!isNamed || words[at]!.length < 3)) return null;
  const inYear = year?.year ?? yearOfDate(context, tokens[at]!.start, month.month, 15);
  const value = inYear === null ? null : `${pad(inYear, 4)}-${pad(month.month, 2)}`;
  return {
    first: at,
    next: year?.next ?? month.next,
    value,
    precision: "month",
    relative: year === null,
  };
}

/** "letzte Woche", "la semana pasada" */
function shifted(context: Context, at: number): Found | null {
  const phrase = phraseAt(context.table.calendar.phrases, context.words, at);
  if (phrase === null) return null;
  const [period, shift] = phrase.value.split(" ");
  return periodFrom(context, at, phrase.next, period!, Number(shift));
}

function periodFrom(
  { day }: Context,
  first: number,
  next: number,
  period: string,
  shift: number,
): Found {
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
function weekday(context: Context, at: number): Found | null {
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

/** "Pazar", "Sali": a weekday that is another word in small letters. */
function isCommonWord({ text, tokens, table, words }: Context, at: number): boolean {
  const { start } = tokens[at]!;
  return (
    table.calendar.dayWord !== "" &&
    !/^\p{Lu}/u.test(text.slice(start, start + 2)) &&
    words[at + 1] !== table.calendar.dayWord
  );
}

function dateAfterWeekday(context: Context, at: number): Found | null {
  const { words } = context;
  for (let index = at + 1; index <= at + 3; index++) {
    if (context.tokens[index]?.kind === "number" || /^\d/.test(words[index] ?? "")) {
      return inNumbers(context, index) ?? dayAndMonth(context, index);
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

function pointsAhead({ words, table }: Context, at: number): boolean {
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
function namedDay(context: Context, at: number): Found | null {
  const { words, joined, table } = context;
  const moved = table.calendar.days.get(joined[at]!) ?? table.calendar.days.get(words[at]!);
  if (moved === undefined || isMorning(context, at)) return null;
  return periodFrom(context, at, at + 1, "day", moved);
}

/** "por la mañana", "am Morgen": the word for tomorrow after an article is the morning. */
function isMorning({ words, table }: Context, at: number): boolean {
  return (
    table.calendar.days.get(words[at]!) === 1 &&
    (table.articles.has(words[at - 1] ?? "") || table.prepositions.has(words[at - 1] ?? ""))
  );
}

/** "vor drei Tagen", "hace dos semanas", "три дня назад", "قبل يومين" */
function counted(context: Context, at: number): Found | null {
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
  context: Context,
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

/** "2018": four digits after a small word that leads to a time, or before the word for a year. */
function yearAlone({ words, table, text, tokens }: Context, at: number): Found | null {
  const year = yearNumber(words[at]);
  if (year === null || tokens[at]!.end - tokens[at]!.start !== 4) return null;
  const before = words[at - 1] ?? "";
  const isLed =
    table.prepositions.has(before) ||
    before === table.calendar.yearWord ||
    table.numbers.units.get(before) === "year" ||
    before === "(";
  const isYear =
    words[at + 1] === table.calendar.yearWord ||
    table.numbers.units.get(words[at + 1] ?? "") === "year";
  const isSuffixed = table.elisions === "all" && /['’]/.test(text[tokens[at]!.end] ?? "");
  if (!isLed && !isYear && !isSuffixed) return null;
  return {
    first: at,
    next: isYear ? at + 2 : at + 1,
    value: pad(year, 4),
    precision: "year",
    relative: false,
  };
}
