import type { PublicationDate } from "../../engine/model/index.ts";

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
