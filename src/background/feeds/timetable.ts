import type { FeedProblem } from "../../messages/offscreenProtocol.ts";

const minuteMs = 60_000;
/** News outlets' feeds change several times an hour; one look an hour misses little and costs nobody much. */
const usualMs = 60 * minuteMs;
const longestMs = 24 * 60 * minuteMs;
/** Readers who started together should not ask together for ever. */
const jitterShare = 0.1;
/** No feed waits longer. */
export const farthestMs = longestMs * (1 + jitterShare);
/** A check that was begun and never ended, because the background died, is begun again after so long. */
const claimMs = 10 * minuteMs;

/**
 * Whether a feed is to be read now. A time further away than any wait was set by a clock that ran
 * ahead and has been put right.
 */
export function isDue(nextCheckAt: number | null, now: number): boolean {
  return nextCheckAt !== null && (nextCheckAt <= now || nextCheckAt > now + farthestMs);
}

/** When a feed that was read is read again, in ms since 1970. `random` is 0..1. */
export function afterSuccess(now: number, random: number): number {
  return now + usualMs * (1 + jitterShare * (2 * random - 1));
}

/**
 * When a feed that failed is tried again: after twice the time of the last wait, a day at most,
 * and not before the server wants. Null where trying again is no use: the reader has to do
 * something, or the feed is gone.
 */
export function afterFailure(
  now: number,
  { failures, problem, retryAfterMs }: Failure,
  random: number,
): number | null {
  if (problem === "gone" || problem === "noPermission" || problem === "forbiddenAddress")
    return null;
  const waitMs = Math.min(longestMs, usualMs * 2 ** Math.min(failures - 1, 10));
  const asked = Math.min(longestMs, retryAfterMs ?? 0);
  return now + Math.max(waitMs, asked) * (1 + jitterShare * random);
}

/** A failed check, itself counted in `failures`. */
export interface Failure {
  readonly failures: number;
  readonly problem: FeedProblem;
  readonly retryAfterMs: number | null;
}

/** Stored before a check begins, in place of the time that it was due at. */
export function claimUntil(now: number): number {
  return now + claimMs;
}
