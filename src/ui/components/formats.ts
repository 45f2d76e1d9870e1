import {
  type DatePrecision,
  instantOf,
  languageName,
  type PublicationDate,
} from "../../engine/model/index.ts";

/**
 * Formats dates and numbers for a language. Each format is created once, since creating one costs
 * more than a hundred uses.
 */
export interface Formats {
  /**
   * Returns the day (month, year) as the outlet printed it, in the reader's format: "31 December
   * 2018". It is never converted to the reader's time zone. A value that is not a date is returned
   * unchanged.
   */
  day(published: PublicationDate): string;
  /**
   * As `day`, with the time of day, both in the reader's time zone, if the date is known to the
   * minute with its zone.
   */
  moment(published: PublicationDate): string;
  /**
   * Returns only the time of day, in the reader's time zone, if both dates are known to the minute
   * and are on the same day there; else null.
   */
  clockBeside(published: PublicationDate, other: PublicationDate | null): string | null;
  /** Returns the time between two moments, given in ms: "1 hr 55 min", "3 days". */
  span(ms: number): string;
  /** Joins names: "A, B and C". */
  list(names: readonly string[]): string;
  number(value: number): string;
  /** Returns the name of the language of a BCP 47 tag: "German". */
  languageName(tag: string): string;
  /** Returns the name of a country (ISO 3166-1): "Germany". */
  regionName(code: string): string;
  /** Returns the plural form that the language uses for a count. */
  pluralOf(count: number): Intl.LDMLPluralRule;
}

const dayFields = { year: "numeric", month: "long", day: "numeric" } as const;
const fieldsOf: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: dayFields,
  minute: dayFields,
  second: dayFields,
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Spans of fewer days are given in hours. */
const leastDays = 2;

/**
 * Returns the formats of numbers, dates and languages for a locale.
 * @param locale a BCP 47 tag
 * @param timeZone the reader's, as an IANA name; the system's if left out
 */
export function createFormats(locale: string, timeZone?: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const languages = new Map<string, string>();
  const days = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();
  const formatFor = (precision: DatePrecision) => {
    const fields = fieldsOf[precision];
    const known = days.get(fields);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(locale, { ...fields, timeZone: "UTC" });
    days.set(fields, made);
    return made;
  };
  const dayOf = ({ value, precision }: PublicationDate) => {
    const day = new Date(`${value.slice(0, 10).padEnd(10, "-01")}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? value : formatFor(precision).format(day);
  };
  const zone = timeZone === undefined ? {} : { timeZone };
  let moments: Intl.DateTimeFormat | undefined;
  let calendar: Intl.DateTimeFormat | undefined;
  let clock: Intl.DateTimeFormat | undefined;
  let lists: Intl.ListFormat | undefined;
  let regions: Intl.DisplayNames | undefined;
  const units = new Map<string, Intl.NumberFormat>();
  const counted = (count: number, unit: "day" | "hour" | "minute") => {
    const unitDisplay = unit === "day" ? "long" : "short";
    const known = units.get(unit);
    const format = known ?? new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay });
    units.set(unit, format);
    return format.format(count);
  };
  return {
    day: dayOf,
    moment(published) {
      const instant = instantOf(published);
      if (instant === null) return dayOf(published);
      moments ??= new Intl.DateTimeFormat(locale, {
        ...{ dateStyle: "long", timeStyle: "short", ...zone },
      });
      return moments.format(instant);
    },
    clockBeside(published, other) {
      const [its, others] = [published, other].map((one) => (one === null ? null : instantOf(one)));
      if (its == null || others == null) return null;
      calendar ??= new Intl.DateTimeFormat("en", { dateStyle: "short", ...zone });
      if (calendar.format(its) !== calendar.format(others)) return null;
      clock ??= new Intl.DateTimeFormat(locale, { timeStyle: "short", ...zone });
      return clock.format(its);
    },
    span(ms) {
      if (ms >= leastDays * dayMs) return counted(Math.floor(ms / dayMs), "day");
      const hours = Math.floor(ms / hourMs);
      const minutes = Math.floor((ms % hourMs) / minuteMs);
      const parts = [
        ...(hours > 0 ? [counted(hours, "hour")] : []),
        ...(minutes > 0 || hours === 0 ? [counted(minutes, "minute")] : []),
      ];
      return parts.join(" ");
    },
    list(names) {
      lists ??= new Intl.ListFormat(locale, { type: "conjunction" });
      return lists.format(names);
    },
    number: (value) => numbers.format(value),
    languageName(tag) {
      const name = languages.get(tag) ?? languageName(tag, locale);
      languages.set(tag, name);
      return name;
    },
    regionName(code) {
      regions ??= new Intl.DisplayNames(locale, { type: "region" });
      return regions.of(code) ?? code;
    },
    pluralOf: (count) => plurals.select(count),
  };
}
