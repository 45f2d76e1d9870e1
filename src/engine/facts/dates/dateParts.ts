import type { Token } from "../../text/tokens.ts";

/** Returns the day of the month that a token is (1..31), or null. */
export function dayNumber(token: Token | undefined): number | null {
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.folded)) return null;
  const day = Number(token.folded);
  return day >= 1 && day <= 31 ? day : null;
}

/** Returns the year that a token of four digits is, or null. */
export function yearNumber(token: Token | undefined): number | null {
  if (token?.kind !== "number" || !/^(?:1[5-9]|20)\d\d$/.test(token.folded)) return null;
  return token.end - token.start === 4 ? Number(token.folded) : null;
}

/** Returns an ISO day ("2018-12-29"), or null if there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

/** Returns a number padded with zeros to a width. */
export function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
