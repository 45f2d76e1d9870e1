import type { FeedProblem } from "../../messages/offscreenProtocol.ts";

const minuteMs = 60_000;
/**
 * The usual wait between two checks. News feeds change several times an hour; checking once an hour
 * misses little and costs little.
 */
const usualMs = 60 * minuteMs;
const longestMs = 24 * 60 * minuteMs;
/**
 * Random variation of the wait, as a share, so that readers who started together do not keep asking
 * together.
 */
const jitterShare = 0.1;
/** The longest wait of a feed. */
export const farthestMs = longestMs * (1 + jitterShare);
/** The time after which a check is repeated that did not finish because the background ended. */
const claimMs = 10 * minuteMs;

/**
 * True if a feed is to be read now. A time further away than the longest wait was set by a clock
 * that ran ahead and has been corrected.
 */
export function isDue(nextCheckAt: number | null, now: number): boolean {
  return nextCheckAt !== null && (nextCheckAt <= now || nextCheckAt > now + farthestMs);
}

/** Returns when to read a feed again after a success, in ms since 1970. `random` is 0..1. */
export function afterSuccess(now: number, random: number): number {
  return now + usualMs * (1 + jitterShare * (2 * random - 1));
}

/**
 * Returns when to try a failed feed again: after twice the last wait, a day at most, and not before
 * the server allows. Null if trying again is useless, because the reader has to act or the feed is
 * gone.
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

/** A failed check, which `failures` includes. */
export interface Failure {
  readonly failures: number;
  readonly problem: FeedProblem;
  readonly retryAfterMs: number | null;
}

/** Returns the time to store before a check begins, instead of the time when it was due. */
export function claimUntil(now: number): number {
  return now + claimMs;
}
