import {
  type DatePrecision,
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
  number(value: number): string;
  /** What the language calls the language of a BCP 47 tag: "German". */
  languageName(tag: string): string;
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

/** @param locale BCP 47 */
export function createFormats(locale: string): Formats {
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
  return {
    day({ value, precision }) {
      const day = new Date(`${value.slice(0, 10).padEnd(10, "-01")}T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? value : formatFor(precision).format(day);
    },
    number: (value) => numbers.format(value),
    languageName(tag) {
      const name = languages.get(tag) ?? languageName(tag, locale);
      languages.set(tag, name);
      return name;
    },
    pluralOf: (count) => plurals.select(count),
  };
}
