import type { SeenClock } from "../platform/storage/database.ts";

/** A clock that is wrong is noticed and put right within a day, or nobody minds. */
const proofMs = 86_400_000;

/**
 * What is known of the clock after another look at it. A time is proven when the clock has gone on
 * from it for a day without being put back; so a clock that is years ahead for a moment ages nothing,
 * and articles are forgotten a day or two late.
 */
export function lookAtClock(before: SeenClock | undefined, now: number): SeenClock {
  if (before === undefined || now < before.seenAt) return { seenAt: now, provenAt: null };
  if (now - before.seenAt < proofMs) return before;
  return { seenAt: now, provenAt: before.seenAt };
}
