import { phraseAt } from "../../text/tableWords.ts";
import { isoDay, pad } from "../dates/dateParts.ts";
import { yearOfDate } from "../dates/yearAnchor.ts";
import type { TableDate, TableDateContext } from "./tableDateReading.ts";
import { type TableText, withoutProclitic } from "./tableText.ts";

/** "12.03.2019", "12/03/2019", "2019-03-12" */
export function numericDate(context: TableDateContext, at: number): TableDate | null {
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
export function dayAndMonth(context: TableDateContext, at: number): TableDate | null {
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

function dayNumber({ text, tokens, words }: TableDateContext, at: number): number | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "punctuation") return null;
  const parts = /^(\d{1,2})(?:er|e|o|º|ª|st)?$/.exec(words[at]!);
  const day = parts === null ? Number.NaN : Number(parts[1]);
  return day >= 1 && day <= 31 && text[token.start] !== undefined ? day : null;
}

/**
 * Returns the token after a stop, a bracket with cases and small words between the parts of a date;
 * after a day also past "-15".
 */
function pastParts({ words, table }: TableDateContext, at: number, afterDay: boolean): number {
  let next = at;
  if (words[next] === "." || words[next] === "º") next++;
  if (afterDay && /^[-–]$/.test(words[next] ?? "") && /^\d{1,2}$/.test(words[next + 1] ?? ""))
    next += 2;
  if (words[next] === ".") next++;
  while (table.calendar.betweenParts.has(words[next] ?? "") && next < at + 3) next++;
  return next;
}

function monthAt(
  { words, table, tokens }: TableDateContext,
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
  context: TableDateContext,
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
export function monthWithoutDay(context: TableDateContext, at: number): TableDate | null {
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

/** "2018": four digits after a small word that leads to a time, or before the word for a year. */
export function yearAlone(
  { words, table, text, tokens }: TableDateContext,
  at: number,
): TableDate | null {
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
