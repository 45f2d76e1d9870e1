import type { SeenClock } from "../platform/storage/database.ts";

/** The time after which a clock is trusted: a wrong one is noticed and corrected within a day. */
const proofMs = 86_400_000;

/**
 * Returns what is known of the clock after another look at it. A time is proven when the clock has
 * run on from it for a day without being set back. So a clock that is years ahead for a moment ages
 * nothing, and articles are removed a day or two late.
 */
export function lookAtClock(before: SeenClock | undefined, now: number): SeenClock {
  if (before === undefined || now < before.seenAt) return { seenAt: now, provenAt: null };
  if (now - before.seenAt < proofMs) return before;
  return { seenAt: now, provenAt: before.seenAt };
}
