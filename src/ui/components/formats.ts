import {
  type DatePrecision,
  instantOf,
  languageName,
  type PublicationDate,
} from "../../engine/model/index.ts";

/** Dates and numbers as a language writes them. Each format is made once: making one costs more than a hundred uses. */
export interface Formats {
  /**
   * The day (month, year) as the outlet printed it, in the reader's format: "31 December 2018".
   * It is never moved into the reader's time zone. A value that is no date is returned as it is.
   */
  day(published: PublicationDate): string;
  /** The same with the time of day, both by the reader's clock, where it is known to the minute in its zone. */
  moment(published: PublicationDate): string;
  /** The time of day alone, by the reader's clock, where both are known to the minute and of one day there; else null. */
  clockBeside(published: PublicationDate, other: PublicationDate | null): string | null;
  /** How much time lies between two moments, given in ms: "1 hr 55 min", "3 days". */
  span(ms: number): string;
  /** "A, B and C". */
  list(names: readonly string[]): string;
  number(value: number): string;
  /** What the language calls the language of a BCP 47 tag: "German". */
  languageName(tag: string): string;
  /** What the language calls a country (ISO 3166-1): "Germany". */
  regionName(code: string): string;
  /** Which form of a counted phrase the language uses for this count. */
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
/** Below that, hours tell more than days. */
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
