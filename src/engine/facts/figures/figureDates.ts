import type { DateMention } from "../../model/index.ts";
import { formatDay, weekdayOf } from "../dates/calendar.ts";
import { isoDay, pad } from "../dates/dateParts.ts";
import { yearOfDate } from "../dates/yearAnchor.ts";
import { type FigureText, matchAt, pastSpace } from "./figureText.ts";
import { isUnparted, wordAt, wordBefore } from "./wordList.ts";

/** Returns the date that begins at an offset with a digit, or null. */
export function dateAt(reading: FigureText, at: number): DateMention | null {
  return (
    numericDate(reading, at) ??
    dateByCharacters(reading, at) ??
    dayAndMonth(reading, at) ??
    yearOrMonth(reading, at)
  );
}

/** Returns the weekday that begins at an offset, as the last such day up to the article's; or null. */
export function weekdayAt({ text, words, day }: FigureText, at: number): DateMention | null {
  const found = wordAt(words.weekdays, text, at);
  if (found === null) return null;
  if (day === null) return mention(at, found.end, null, "weekday", true);
  const back = (weekdayOf(day) - found.value + 7) % 7;
  return mention(at, found.end, formatDay(day - back), "day", true);
}

/** "12.03.2019", "12/03/2019", "2019-03-12" */
function numericDate({ plain }: FigureText, at: number): DateMention | null {
  const european = matchAt(/(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/y, plain, at);
  if (european !== null) {
    const [found, day, , month, year] = european;
    return dayMention(at, at + found.length, Number(year), Number(month), Number(day), false);
  }
  const iso = matchAt(/(\d{4})-(\d\d)-(\d\d)(?!\d)/y, plain, at);
  if (iso === null) return null;
  const [found, year, month, day] = iso;
  return dayMention(at, at + found.length, Number(year), Number(month), Number(day), false);
}

const [fromYear, fromMonth, dayAlone] = [
  /(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일号號])?)?/y,
  /(\d{1,2})[月월] ?(\d{1,2})[日일号號]/y,
  /(\d{1,2})[日일号號](?![間间])/y,
];

/** "2019年3月4日", "3月4日"; "4日" has no value, since it does not say of which month. */
function dateByCharacters(reading: FigureText, at: number): DateMention | null {
  const { plain } = reading;
  const year = matchAt(fromYear, plain, at);
  if (year !== null) {
    const [found, ...parts] = year;
    const [inYear, month, day] = parts.map((part) => (part === undefined ? null : Number(part)));
    const end = at + found.trimEnd().length;
    if (day != null) return dayMention(at, end, inYear!, month!, day, false);
    return month != null
      ? mention(at, end, `${pad(inYear!, 4)}-${pad(month, 2)}`, "month", false)
      : mention(at, end, pad(inYear!, 4), "year", false);
  }
  const month = matchAt(fromMonth, plain, at);
  if (month !== null)
    return nearDay(reading, at, at + month[0].length, Number(month[2]), Number(month[1]));
  const day = matchAt(dayAlone, plain, at);
  return day === null ? null : mention(at, at + day[0].length, null, "day", true);
}

/** "9 marca 2026 r.", "9 de março", "9. března" */
function dayAndMonth(reading: FigureText, at: number): DateMention | null {
  const { text, plain, words } = reading;
  const day = matchAt(/(\d{1,2})[.º]? ?(?:de |of )?(?=\p{L})/uy, plain, at);
  const month = day === null ? null : wordAt(words.months, text, at + day[0].length);
  if (month === null) return null;
  const year = matchAt(/\.?,? (?:de |del )?((?:19|20)\d\d)(?![\d.,]\d|\d)/y, plain, month.end);
  const end = year === null ? month.end : month.end + year[0].length;
  return year === null
    ? nearDay(reading, at, end, Number(day![1]), month.value)
    : dayMention(at, end, Number(year[1]), month.value, Number(day![1]), false);
}

/** "października 2023", "ottobre del 2023", and four digits that can hardly count anything: "1993". */
function yearOrMonth({ text, plain, words }: FigureText, at: number): DateMention | null {
  const found = matchAt(/(?:19|20)\d\d(?![\d.,:/]\d|\d)/y, plain, at);
  if (found === null || isUnparted(text, at + 4)) return null;
  const year = found[0];
  const before = /(?: de| del)? $/.exec(text.slice(Math.max(0, at - 5), at));
  const month = before === null ? null : wordBefore(words.months, text, at - before[0].length);
  if (month !== null)
    return mention(month.start, at + 4, `${year}-${pad(month.value, 2)}`, "month", false);
  const next = pastSpace(text, at + 4);
  const isCount =
    year.endsWith("00") ||
    /^[%٪％$€£¥₴₹₩]/.test(text[next] ?? "") ||
    wordAt(words.scales, text, next) !== null ||
    wordAt(words.units, text, next) !== null;
  return isCount ? null : mention(at, at + 4, year, "year", false);
}

/** A day and month without a year: that nearest to the article's. */
function nearDay(
  reading: FigureText,
  start: number,
  end: number,
  day: number,
  month: number,
): DateMention | null {
  const year = yearOfDate(reading, start, month, day);
  return year === null
    ? mention(start, end, null, "day", true)
    : dayMention(start, end, year, month, day, true);
}

function dayMention(
  start: number,
  end: number,
  year: number,
  month: number,
  day: number,
  relative: boolean,
): DateMention | null {
  const value = isoDay(year, month, day);
  return value === null ? null : mention(start, end, value, "day", relative);
}

function mention(
  start: number,
  end: number,
  value: string | null,
  precision: DateMention["precision"],
  relative: boolean,
): DateMention {
  return { start, end, value, precision, relative };
}
