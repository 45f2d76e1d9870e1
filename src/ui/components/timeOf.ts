import type { Wording } from "./wording.ts";

/** Returns a moment (ms since 1970) as a day in the reader's language: "24 Nov 2026". */
export function dayOf({ locale }: Wording, moment: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(moment);
}

/** As `dayOf`, with the time of day. */
export function timeOf({ locale }: Wording, moment: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
    moment,
  );
}
