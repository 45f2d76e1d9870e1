import type { Unit } from "../../candidates/preparedPassage.ts";

/** True for a duration ("four years") and for a person's age between commas. */
export function isTime({ number }: Unit): boolean {
  return /^(?:second|minute|hour|day|week|month|year)$/.test(number?.unit ?? "");
}

/** True for the unit of a number that measures and counts nothing: percent, a currency, an age. */
export function isMeasure(unit: string | null): boolean {
  return unit === "percent" || unit === "age" || /^[A-Z]{3}$/.test(unit ?? "");
}
