import type { Basis, DatePrecision, PublicationDate } from "../../engine/model/index.ts";
import { isDay, isoDay, lastYear, monthOf } from "./calendar.ts";
import { offsetOfZone, zoneSource } from "./timeZones.ts";

/** Only the beginning is read; longer texts are not dates. */
const longestDateText = 200;

/**
 * Reads a date as outlets and their systems print it: ISO 8601, also without dashes, "Tue, 05 Mar
 * 2019 18:20:00 EST", "Mon Jul 18, 2016 22:55:08", "Tue Mar 5 18:20:00 +0000 2019", "16 July 2016,
 * 6.20 pm ET", "31.12.2018 20:15", "2019年3月5日", seconds or milliseconds since 1970. The result is
 * only as precise as the text, and has an offset only if a zone with a known offset is printed.
 * Null without day, month and year, if it is not clear which number is the day, and for the zero of computers' clocks.
 */
export function parsePublicationDate(
  text: string,
  basis: Basis = "stated",
): PublicationDate | null {
  const date = parseDate(withPlainDigits(text.slice(0, longestDateText)).trim(), basis);
  return date !== null && isClockZero(date) ? null : date;
}

/** True for the beginning of 1970, which systems print where a date is missing: nothing would be earlier. */
function isClockZero({ value }: PublicationDate): boolean {
  return value.startsWith("1970-01-01") || Date.parse(value) === 0;
}

function parseDate(line: string, basis: Basis): PublicationDate | null {
  return (
    parseEpoch(line, basis) ??
    parseIso(line, basis) ??
    parseCompact(line, basis) ??
    parseUnix(line, basis) ??
    parseWritten(line, basis) ??
    parseNumeric(line, basis)
  );
}

/** Arabic, Persian and Devanagari digits, and full-width ones, as 0 to 9. */
function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = zeros.find((its) => code >= its && code <= its + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** The zeros of these scripts. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

/**
 * Reads seconds since 1970, which have ten digits since 2001, or milliseconds, which have thirteen.
 * Ten digits that are also a day and an hour ("2019030518") are ambiguous and give null.
 */
function parseEpoch(line: string, basis: Basis): PublicationDate | null {
  if (!/^[1-4]\d{9}(?:\d{3})?(?:\.\d{1,6})?$/.test(line)) return null;
  const isMs = /^\d{13}/.test(line);
  const moment = new Date(isMs ? Number(line) : Number(line) * 1000);
  const isInReach = moment.getUTCFullYear() <= lastYear;
  if (!isInReach || (!isMs && isDayAndHour(line))) return null;
  return { value: `${moment.toISOString().slice(0, 19)}Z`, precision: "second", basis };
}

function isDayAndHour(digits: string): boolean {
  const [, year, month, day, hour] = /^(\d{4})(\d{2})(\d{2})(\d{2})/.exec(digits) ?? [];
  return isDay(Number(year), Number(month), Number(day)) && Number(hour) <= 23;
}

const unix = new RegExp(
  String.raw`^\p{L}{3}\s(\p{L}{3})\s{1,2}(\d{1,2})\s(\d{2}):(\d{2}):(\d{2})(?:${zoneSource})?\s(\d{4})$`,
  "u",
);

/** "Tue Mar  5 18:20:00 EST 2019", as C and Java write it, and "+0000" for the name: the year comes last. */
function parseUnix(line: string, basis: Basis): PublicationDate | null {
  const found = unix.exec(line);
  if (found === null) return null;
  const [, name = "", printedDay = "", hour, minute, second, printedZone, year] = found;
  const month = String(monthOf(name) ?? 0).padStart(2, "0");
  const day = printedDay.padStart(2, "0");
  // Java has one name for the zones of Chicago and of Beijing.
  const zone = printedZone?.trim() === "CST" ? undefined : printedZone;
  return dateOfParts({ year, month, day, hour, minute, second, zone }, basis);
}

const iso = new RegExp(
  String.raw`^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\s{0,3}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?(?:${zoneSource})?)?)?(?!\d)`,
  "iu",
);

function parseIso(line: string, basis: Basis): PublicationDate | null {
  const found = iso.exec(line);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  return dateOfParts({ year, month, day, hour, minute, second, zone }, basis);
}

const compact = new RegExp(
  String.raw`^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})?(?:${zoneSource})?)?$`,
  "iu",
);

/** Reads "20190305T182000Z", "20190305182000", "20190305"; nothing else may be in the line. */
function parseCompact(line: string, basis: Basis): PublicationDate | null {
  const found = compact.exec(line);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  return dateOfParts({ year, month, day, hour, minute, second, zone }, basis);
}

type DateParts = Readonly<
  Record<"year" | "month" | "day" | "hour" | "minute" | "second" | "zone", string | undefined>
>;

function dateOfParts(parts: DateParts, basis: Basis): PublicationDate | null {
  const { year, month, day, hour, minute, second, zone } = parts;
  if (!isDay(Number(year), Number(month), Number(day ?? 1))) return null;
  if (day === undefined) return { value: `${year}-${month}`, precision: "month", basis };
  const date = `${year}-${month}-${day}`;
  // Midnight to the second is what systems write when they only know the day.
  const midnight = hour === "00" && minute === "00" && (second ?? "00") === "00";
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second ?? 0) <= 59;
  if (hour === undefined || minute === undefined || midnight || !isTime) {
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
  const clock = [time.hour, time.minute, time.second]
    .filter((part) => part !== undefined)
    .join(":");
  const offset = time.zone === undefined ? null : offsetOfZone(time.zone.trim(), date, clock);
  return { value: `${date}T${clock}${offset ?? ""}`, precision, basis };
}

const monthFirst =
  /(?<![\p{L}\d])([\p{L}\p{M}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?(?:\s{1,3}|-)(?:de\s|of\s)?([\p{L}\p{M}]{2,12})\.?,?(?:\s{1,3}|-)(?:de\s)?(\d{4})(?!\d)/u;
/** RFC 822 and 850, as they still are in feeds: a day of the week, and a year of two digits. */
const shortYear = /^\p{L}{3,9},\s(\d{1,2})[\s-](\p{L}{3})[\s-](\d{2})(?=\s\d{2}:\d{2})/u;
/** Chinese, Japanese and Korean dates. */
const eastAsian = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;

function parseWritten(line: string, basis: Basis): PublicationDate | null {
  const eastern = eastAsian.exec(line);
  if (eastern !== null) {
    const [year, month, day] = eastern.slice(1, 4).map(Number);
    return dayAndTime(line, eastern, [year!, month!, day!], basis);
  }
  const first = monthFirst.exec(line);
  const found = first ?? dayFirst.exec(line) ?? shortYear.exec(line);
  if (found === null) return null;
  const month = monthOf((first ? found[1] : found[2])!);
  const day = Number(first ? found[2] : found[1]);
  return month === null ? null : dayAndTime(line, found, [yearOf(found[3]!), month, day], basis);
}

/** RFC 2822, 4.3: two digits from 50 on are of the last century. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

const yearFirst = /(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/;
const yearLast = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** "31.12.2018" is day first; with strokes only if one of the two can be no month. */
function parseNumeric(line: string, basis: Basis): PublicationDate | null {
  const big = yearFirst.exec(line);
  if (big !== null) {
    return dayAndTime(line, big, [Number(big[1]), Number(big[3]), Number(big[4])], basis);
  }
  const small = yearLast.exec(line);
  if (small === null) return null;
  const [a, b, year] = [Number(small[1]), Number(small[3]), Number(small[4])];
  if (small[2] === "." || a > 12 || a === b) return dayAndTime(line, small, [year, b, a], basis);
  return b > 12 ? dayAndTime(line, small, [year, a, b], basis) : null;
}

const clock = new RegExp(
  String.raw`(?<![\d:])(?:(午前|上午|오전)|(午後|下午|오후))?\s?(\d{1,2})[:.h時时]\s?(\d{2})(?::(\d{2}))?(?![.:/]?\d)분?(?:\s{0,2}(?:Uhr|uur|hrs|hours))?\s{0,2}([ap]\.?m\.?(?!\p{L}))?(?:${zoneSource})?`,
  "iu",
);
/** "6 p.m." has no minutes. */
const fullHour = new RegExp(
  String.raw`(?<![\d:.])(\d{1,2})\s?([ap]\.?m\.?(?!\p{L}))(?:${zoneSource})?`,
  "iu",
);

interface PrintedClock {
  readonly hour: string;
  readonly minute: string;
  readonly second: string | undefined;
  readonly halfDay: string | undefined;
  readonly zone: string | undefined;
}

function clockIn(text: string): PrintedClock | null {
  const found = clock.exec(text);
  if (found !== null) {
    const [, before, after, hour = "", minute = "", second, half, zone] = found;
    const halfDay = half ?? (before ? "am" : after ? "pm" : undefined);
    return { hour, minute, second, halfDay, zone };
  }
  const full = fullHour.exec(text);
  if (full === null) return null;
  return { hour: full[1]!, minute: "00", second: undefined, halfDay: full[2], zone: full[3] };
}

/** Adds the time after the date, or else before it. */
function dayAndTime(
  line: string,
  found: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
  basis: Basis,
): PublicationDate | null {
  if (!isDay(year, month, day)) return null;
  const date = isoDay(year, month, day);
  const after = line.slice(found.index + found[0].length);
  const time = clockIn(after) ?? clockIn(line.slice(0, found.index));
  const hour = time === null ? null : hourOf(time.hour, time.halfDay);
  const isMidnight = hour === "00" && time?.minute === "00" && time.second === "00";
  const isTime = Number(time?.minute) <= 59 && Number(time?.second ?? 0) <= 59;
  if (time === null || hour === null || isMidnight || !isTime) {
    return { value: date, precision: "day", basis };
  }
  return withTime(date, { ...time, hour }, basis);
}

function hourOf(digits: string, halfDay: string | undefined): string | null {
  let hour = Number(digits);
  if (halfDay !== undefined && hour <= 12) {
    if (hour < 1) return null;
    hour = (hour % 12) + (/^p/i.test(halfDay) ? 12 : 0);
  }
  return hour > 23 ? null : String(hour).padStart(2, "0");
}

const dayInAddress =
  /(?<!\d)((?:19|20)\d{2})([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d{1,3}(?!\d)|\d{13})/g;
const monthInAddress = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/;

/**
 * Returns the date in an article's address: "/2018/12/31/", "-2018-12-31", or eight digits, which
 * may begin a longer number. Inferred, because an address is not print.
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
