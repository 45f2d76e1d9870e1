import type { Basis, DatePrecision, PublicationDate } from "../../engine/model/index.ts";
import { isDay, isoDay, monthOf } from "./calendar.ts";

/** Dates stand near the start of what is given; longer texts are no dates. */
const longestDateText = 200;

/**
 * Reads a date as outlets print it: ISO 8601, "Mon Jul 18, 2016 22:55:08", "16 July 2016",
 * "31.12.2018 20:15". Only as precise as it is printed; an offset only if one is printed. Null
 * when there is no day, month and year, or when it is not clear which number is the day.
 */
export function parsePublicationDate(
  text: string,
  basis: Basis = "stated",
): PublicationDate | null {
  const line = text.slice(0, longestDateText).trim();
  return parseIso(line, basis) ?? parseWritten(line, basis) ?? parseNumeric(line, basis);
}

const iso =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?(?!\d)/i;

function parseIso(line: string, basis: Basis): PublicationDate | null {
  const found = iso.exec(line);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  if (!isDay(Number(year), Number(month), Number(day ?? 1))) return null;
  if (day === undefined) return { value: `${year}-${month}`, precision: "month", basis };
  const date = `${year}-${month}-${day}`;
  // Midnight to the second is what systems write when they only know the day.
  const midnight = hour === "00" && minute === "00" && (second ?? "00") === "00";
  if (hour === undefined || minute === undefined || midnight || Number(hour) > 23) {
    return { value: date, precision: "day", basis };
  }
  return withTime(date, { hour, minute, second, zone }, basis);
}

interface ClockTime {
  readonly hour: string;
  readonly minute: string;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function withTime(date: string, time: ClockTime, basis: Basis): PublicationDate {
  const precision: DatePrecision = time.second === undefined ? "minute" : "second";
  const clock = [time.hour, time.minute, time.second].filter((part) => part !== undefined);
  return { value: `${date}T${clock.join(":")}${offset(time.zone)}`, precision, basis };
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/^(?:z|utc|gmt)$/i.test(zone)) return "Z";
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

const monthFirst = /(?<![\p{L}\d])(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/u;

function parseWritten(line: string, basis: Basis): PublicationDate | null {
  const first = monthFirst.exec(line);
  const second = first === null ? dayFirst.exec(line) : null;
  const found = first ?? second;
  if (found === null) return null;
  const month = monthOf((first ? found[1] : found[2])!);
  const day = Number(first ? found[2] : found[1]);
  return month === null ? null : dayAndTime(line, found, [Number(found[3]), month, day], basis);
}

const yearFirst = /(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/;
const yearLast = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** "31.12.2018" is day first; with strokes only if one of the two can be no month. */
function parseNumeric(line: string, basis: Basis): PublicationDate | null {
  const big = yearFirst.exec(line);
  if (big !== null) {
    return dayAndTime(line, big, [Number(big[1]), Number(big[2]), Number(big[3])], basis);
  }
  const small = yearLast.exec(line);
  if (small === null) return null;
  const [a, b, year] = [Number(small[1]), Number(small[3]), Number(small[4])];
  if (small[2] === "." || a > 12 || a === b) return dayAndTime(line, small, [year, b, a], basis);
  return b > 12 ? dayAndTime(line, small, [year, a, b], basis) : null;
}

const clock = /(?<!\d)(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?(?!\p{L}))?\s*(GMT|UTC)?/iu;

/** Adds the time that stands after the date, or else before it. */
function dayAndTime(
  line: string,
  found: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
  basis: Basis,
): PublicationDate | null {
  if (!isDay(year, month, day)) return null;
  const date = isoDay(year, month, day);
  const after = line.slice(found.index + found[0].length);
  const time = clock.exec(after) ?? clock.exec(line.slice(0, found.index));
  const hour = time === null ? null : hourOf(time[1]!, time[4]);
  if (time === null || hour === null || Number(time[2]) > 59) {
    return { value: date, precision: "day", basis };
  }
  return withTime(date, { hour, minute: time[2]!, second: time[3], zone: time[5] }, basis);
}

function hourOf(digits: string, halfDay: string | undefined): string | null {
  let hour = Number(digits);
  if (halfDay !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(halfDay) ? 12 : 0);
  }
  return hour > 23 ? null : String(hour).padStart(2, "0");
}

const dayInAddress =
  /(?<!\d)((?:19|20)\d{2})([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d{1,3}(?!\d)|\d{13})/g;
const monthInAddress = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/;

/**
 * The date in an article's address: "/2018/12/31/", "-2018-12-31", or eight digits, which may
 * begin a longer number. Inferred, because an address is not print.
 */
export function dateInAddress(url: string): PublicationDate | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").slice(0, 500);
  for (const found of path.matchAll(dayInAddress)) {
    const [, year, parting, month, day] = found;
    const isPlain = parting === "";
    if (isPlain && (month!.length < 2 || day!.length < 2)) continue;
    if (isDay(Number(year), Number(month), Number(day))) {
      const value = isoDay(Number(year), Number(month), Number(day));
      return { value, precision: "day", basis: "inferred" };
    }
  }
  const monthFound = monthInAddress.exec(path);
  if (monthFound === null) return null;
  return { value: `${monthFound[1]}-${monthFound[2]}`, precision: "month", basis: "inferred" };
}
