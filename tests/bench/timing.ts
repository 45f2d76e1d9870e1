/** The shortest of several runs in milliseconds: what the code costs when nobody disturbs it. */
export function fastestOf(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) best = Math.min(best, timed(work).ms);
  return best;
}

/** What a piece of work gives, and the milliseconds it took. */
export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** The milliseconds that this process has taken of the processors since a `process.cpuUsage()`. */
export function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** Megabytes of text (a byte a code unit) a second. */
export function speedOf(text: string, milliseconds: number): number {
  return text.length / 1000 / milliseconds;
}
