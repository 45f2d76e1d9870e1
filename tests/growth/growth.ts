import { performance } from "node:perf_hooks";
import { GCProfiler } from "node:v8";

/** How carefully growth is measured: more takes longer. */
export interface GrowthBounds {
  /** The text is doubled until reading it takes so long … */
  readonly enoughMs: number;
  /** … or it has so many code units. */
  readonly longest: number;
}

/** How the time for a text grows when the text is doubled. */
export interface Growth {
  /** How many times as long the last doubling took, 0 if all took too little to tell. */
  readonly ratio: number;
  /** Time for the longest text. */
  readonly ms: number;
  /** Code units of the longest text. */
  readonly length: number;
  readonly isTooFast: boolean;
}

/** Linear work takes twice as long for twice the text, quadratic four times; in between lie the caches. */
const mostTimes = 3;
/** Below that the clock and the collector say more than the text. */
const leastMs = 2;
/**
 * Exponential work is stopped in texts of a few words, which become half as long again as long as they
 * are read at once, and then longer by smaller steps: a longer text might never end.
 */
const shortest = 12;
const quickStep = 1.5;
const carefulStep = 1.2;
const atOnceMs = 1;
/** For a few words that is long, and a half more of them should take no more than that times as long. */
const suspiciousMs = 20;
const mostTimesEarly = 8;
const firstLength = 1024;
/** Each length of the first look to the one before: few lengths keep it cheap. */
const lengthStep = 4;
/** What takes so long is past the moods of the caches. */
const certainMs = 400;
/** What takes so long is doubled but once at a time. */
const slowMs = 40;
const repeats = 3;

/**
 * How the time of reading grows with the text. Lengths grow from a few code units on, so that
 * exponential work is stopped where it still ends. A suspicion is measured again, each length several
 * times and one more doubling, and stands only if all of it agrees.
 */
export function growthOf(
  textOf: (length: number) => string,
  timeOf: (text: string) => number,
  { enoughMs, longest }: GrowthBounds,
): Growth {
  const early = earlyGrowth(textOf, timeOf);
  if (early !== null) return early;
  let growth: Growth = { ratio: 0, ms: 0, length: shortest, isTooFast: false };
  let before = timeOf(textOf(firstLength / lengthStep));
  for (let length = firstLength; length <= longest && growth.ms < enoughMs; length *= lengthStep) {
    const text = textOf(length);
    let ms = timeOf(text);
    if (ms > Math.max(leastMs, before * mostTimes ** 2)) ms = fastestOf(text, timeOf);
    const ratio = ms < leastMs ? 0 : Math.sqrt(ms / Math.max(before, 0.001));
    growth = { ratio, ms, length, isTooFast: false };
    if (ratio > mostTimes) growth = confirmedGrowth(textOf, timeOf, length / 2, longest * 8);
    if (growth.isTooFast) return growth;
    before = ms;
  }
  return growth;
}

/** Growth that is seen in texts of a few words, or null. */
function earlyGrowth(
  textOf: (length: number) => string,
  timeOf: (text: string) => number,
): Growth | null {
  let [length, last, first] = [shortest, shortest, timeOf(textOf(shortest))];
  while (length < firstLength) {
    const step = first < atOnceMs ? quickStep : carefulStep;
    [last, length] = [length, Math.ceil(length * step)];
    first = timeOf(textOf(length));
    if (first < suspiciousMs) continue;
    const before = fastestOf(textOf(last), timeOf);
    const again = () => fastestOf(textOf(length), timeOf);
    const ms = first > certainMs ? first : Math.min(again(), again());
    // So short a time is within the collector's pauses, which are taken off.
    const ratio = ms / Math.max(before, atOnceMs);
    if (ms > suspiciousMs && ratio > mostTimesEarly) return { ratio, ms, length, isTooFast: true };
  }
  return null;
}

/**
 * Over two doubled lengths, each length at its fastest, and where that is still quick over two more: where
 * arrays outgrow a cache or the collector's young space, doubling takes three times as long for a
 * while, but not for ever.
 */
function confirmedGrowth(
  textOf: (length: number) => string,
  timeOf: (text: string) => number,
  start: number,
  longest: number,
): Growth {
  let [length, ms, ratio] = [start, fastestOf(textOf(start), timeOf), 0];
  do {
    const before = ms;
    const doublings = ms < slowMs ? 2 : 1;
    length *= 2 ** doublings;
    ms = fastestOf(textOf(length), timeOf);
    ratio = (ms / before) ** (1 / doublings);
  } while (ratio > mostTimes && ms < certainMs && length < longest);
  return { ratio, ms, length, isTooFast: ratio > mostTimes };
}

function fastestOf(text: string, timeOf: (text: string) => number): number {
  let fastest = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let run = 0; run < repeats && total < 500; run++) {
    const ms = timeOf(text);
    total += ms;
    fastest = Math.min(fastest, ms);
  }
  return fastest;
}

/**
 * Milliseconds that the work takes: by the processor's clock, which stands still while others have
 * the processor, or by the wall's, which does not count what the collector does beside it; without
 * the pauses of the collector, which come when they like.
 */
export function timeOfWork(work: () => void): number {
  const profiler = new GCProfiler();
  profiler.start();
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  work();
  const wallMs = performance.now() - before;
  const cpu = process.cpuUsage(cpuBefore);
  const pausesMs = profiler.stop().statistics.reduce((sum, { cost }) => sum + cost / 1000, 0);
  return Math.max(0, Math.min(wallMs, (cpu.user + cpu.system) / 1000) - pausesMs);
}
