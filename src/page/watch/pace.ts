/** Decides when work is done on a page; tests provide their own. */
export interface Pace {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Resolves after the page has had its turn. */
  readonly breathe: () => Promise<void>;
  /** Resolves after at least so long, when the page has nothing better to do. */
  readonly rest: (delayMs: number) => Promise<void>;
}

/** The length of a slice of work: under half a frame at 60 Hz, so that no frame is lost. */
const sliceMs = 6;

/** Runs work that can pause, in slices, and returns what it returns. Null if the signal aborts before the end. */
export async function inSlices<T>(
  work: Generator<void, T>,
  pace: Pace,
  signal: AbortSignal,
): Promise<T | null> {
  let sliceEnds = pace.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (pace.now() < sliceEnds) continue;
    await pace.breathe();
    if (signal.aborted) return null;
    sliceEnds = pace.now() + sliceMs;
  }
}

/** The longest that work waits for an idle page. */
const idleTimeoutMs = 1_000;

/** The pace of a window. */
export function paceOf(view: Window): Pace {
  return {
    now: () => view.performance.now(),
    breathe: () => new Promise((resolve) => view.setTimeout(resolve, 0)),
    rest: (delayMs) =>
      new Promise((resolve) => {
        view.setTimeout(
          () => view.requestIdleCallback(() => resolve(), { timeout: idleTimeoutMs }),
          delayMs,
        );
      }),
  };
}
