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
/** From here on a single look is a suspicion: one moment in which the machine is slow hides some growth. */
const suspiciousTimes = 2.5;
/** Below that the clock and the collector say more than the text. */
const leastMs = 2;
/** From here on few lengths keep the first look cheap: each is so many times the one before. */
const firstLength = 1024;
const lengthStep = 4;
/**
 * Exponential work is stopped in texts of a few words, which become longer by smaller steps the longer
 * they take: a longer text might never end. Work that doubles with a few letters, and takes so long for
 * one length, takes some seconds at most for the next.
 */
const shortest = 16;
const carefulSteps: readonly { readonly belowMs: number; readonly step: number }[] = [
  { belowMs: 0.1, step: 2 },
  { belowMs: 4, step: 1.5 },
  { belowMs: Number.POSITIVE_INFINITY, step: 1.2 },
];
const atOnceMs = 1;
/** For a few words that is long, and a half more of them should take no more than that times as long. */
const suspiciousMs = 20;
const mostTimesEarly = 8;
/** What takes so long is past the moods of the caches. */
const certainMs = 200;
/** What takes so long is doubled but once at a time: twice would take cubic work 64 times as long. */
const slowMs = 10;
const repeats = 3;
/** On a machine that does much else, a ratio a little below the line is looked at again: so often at most. */
const mostLooks = 3;

/** How long one length took. */
interface Look {
  readonly length: number;
  readonly ms: number;
}

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
  const looks = [{ length: shortest, ms: timeOf(textOf(shortest)) }];
  let growth: Growth = { ratio: 0, ms: 0, length: shortest, isTooFast: false };
  while (growth.ms < enoughMs) {
    const last = looks.at(-1)!;
    const length = lengthAfter(last);
    if (length > longest) return growth;
    const text = textOf(length);
    let ms = timeOf(text);
    if (length < firstLength) {
      const early = ms < suspiciousMs ? null : earlyGrowth(textOf, timeOf, last, { length, ms });
      if (early !== null) return early;
    } else {
      let before = looks.findLast((look) => look.length * lengthStep <= length)!;
      if (ms > Math.max(leastMs, before.ms * suspiciousTimes ** 2)) {
        // The collector's pauses, which are taken off, may have left nothing of the shorter text's time.
        const [beforeMs, again] = fastestOf([textOf(before.length), text], timeOf);
        before = { length: before.length, ms: beforeMs! };
        ms = again!;
      }
      const ratio = ms < leastMs ? 0 : timesForTwice(before, { length, ms });
      growth = { ratio, ms, length, isTooFast: false };
      if (ratio > suspiciousTimes)
        growth = confirmedGrowth(textOf, timeOf, length / 2, longest * 8);
      if (growth.isTooFast) return growth;
    }
    looks.push({ length, ms });
  }
  return growth;
}

/** The next length to look at. */
function lengthAfter({ length, ms }: Look): number {
  if (length >= firstLength) return length * lengthStep;
  const { step } = carefulSteps.find(({ belowMs }) => ms < belowMs)!;
  return Math.min(firstLength, Math.ceil(length * step));
}

/** How many times as long twice the text takes, by two lengths. */
function timesForTwice(a: Look, b: Look): number {
  return (b.ms / Math.max(a.ms, 0.001)) ** (1 / Math.log2(b.length / a.length));
}

/** Growth that a suspiciously slow text of a few words and the one before it show, or null. */
function earlyGrowth(
  textOf: (length: number) => string,
  timeOf: (text: string) => number,
  last: Look,
  { length, ms: first }: Look,
): Growth | null {
  const isFast = (before: number, ms: number) =>
    // So short a time is within the collector's pauses, which are taken off.
    ms > suspiciousMs && ms / Math.max(before, atOnceMs) > mostTimesEarly;
  if (!isFast(last.ms, first)) return null;
  const [before, again] = fastestOf([textOf(last.length), textOf(length)], timeOf);
  if (!isFast(before!, again!)) return null;
  return { ratio: again! / Math.max(before!, atOnceMs), ms: again!, length, isTooFast: true };
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
  let [length, ms, ratio] = [start, fastestOf([textOf(start)], timeOf)[0]!, 0];
  do {
    const doublings = ms < slowMs ? 2 : 1;
    const texts = [textOf(length), textOf(length * 2 ** doublings)];
    let [before, after] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let look = 0; look < mostLooks; look++) {
      const [beforeNow, afterNow] = fastestOf(texts, timeOf);
      [before, after] = [Math.min(before, beforeNow!), Math.min(after, afterNow!)];
      ratio = (after / before) ** (1 / doublings);
      if (ratio <= suspiciousTimes || ratio > mostTimes) break;
    }
    length *= 2 ** doublings;
    ms = after;
  } while (ratio > mostTimes && ms < certainMs && length < longest);
  return { ratio, ms, length, isTooFast: ratio > mostTimes };
}

/**
 * The shortest time of each text. They take turns, so that a moment in which the machine is slow is one
 * for all of them.
 */
function fastestOf(texts: readonly string[], timeOf: (text: string) => number): readonly number[] {
  const fastest = texts.map(() => Number.POSITIVE_INFINITY);
  let total = 0;
  for (let run = 0; run < repeats && total < 500; run++) {
    for (const [at, text] of texts.entries()) {
      const ms = timeOf(text);
      total += ms;
      fastest[at] = Math.min(fastest[at]!, ms);
    }
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
