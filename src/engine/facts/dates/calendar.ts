import type { DateMention } from "../../model/index.ts";

/** Days as whole numbers, without clock or time zone; the proleptic Gregorian calendar. */

/**
 * Returns the day of an ISO day ("2018-12-30…") as days since 1970-01-01, or null if it is none.
 */
export function parseDay(iso: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (parts === null) return null;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return Number.isNaN(time) ? null : time / 86_400_000;
}

/**
 * Returns the day number of a date, for a month that of its middle; null if it is vaguer or
 * unresolved.
 */
export function approximateDay({
  value,
  precision,
}: Pick<DateMention, "value" | "precision">): number | null {
  if (value === null || (precision !== "day" && precision !== "month")) return null;
  return parseDay(precision === "day" ? value : `${value}-15`);
}

/** The ISO day of a day number: "2018-12-30". */
export function formatDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The ISO month of a day number, moved by months: "2018-12". */
export function formatMonth(day: number, moved: number): string {
  const date = new Date(day * 86_400_000);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + moved;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The ISO week of a day number: "2016-W28". */
export function formatWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  const firstDay = Date.UTC(year, 0, 1) / 86_400_000;
  const week = Math.floor((thursday - firstDay) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** 1 (Monday) .. 7 (Sunday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Returns the year of a day number. */
export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
