/** The shortest of several runs in milliseconds: what the code costs when nobody disturbs it. */
export function fastestOf(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Megabytes of text (a byte a code unit) a second. */
export function speedOf(text: string, milliseconds: number): number {
  return text.length / 1000 / milliseconds;
}
