import type { PublicationDate } from "../../engine/model/index.ts";

const fieldsOf: Readonly<Record<PublicationDate["precision"], Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
  minute: { year: "numeric", month: "long", day: "numeric" },
  second: { year: "numeric", month: "long", day: "numeric" },
};

/**
 * The day (month, year) as the outlet printed it, in the reader's format: "31 December 2018".
 * It is never moved into the reader's time zone. A value that is no date is returned as it is.
 */
export function formatPublished(published: PublicationDate, locale: string): string {
  const day = new Date(`${published.value.slice(0, 10).padEnd(10, "-01")}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return published.value;
  const format = new Intl.DateTimeFormat(locale, {
    ...fieldsOf[published.precision],
    timeZone: "UTC",
  });
  return format.format(day);
}

/**
 * Sorts by what is known of the time: negative if `a` is surely earlier, 0 if the order is not
 * known because one lies within the other ("2018" and "2018-12-31").
 */
export function comparePublished(a: PublicationDate, b: PublicationDate): number {
  const shared = Math.min(a.value.length, b.value.length, 10);
  const dayOfA = a.value.slice(0, shared);
  const dayOfB = b.value.slice(0, shared);
  if (dayOfA !== dayOfB) return dayOfA < dayOfB ? -1 : 1;
  const moments = [momentOf(a), momentOf(b)];
  return moments.some(Number.isNaN) ? 0 : moments[0]! - moments[1]!;
}

/** Milliseconds, or NaN where only the day is known. Without an offset the time counts as UTC. */
function momentOf({ value, precision }: PublicationDate): number {
  if (precision !== "minute" && precision !== "second") return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
}
