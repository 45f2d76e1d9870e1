/** Schedules work on a page so that the page stays responsive; tests provide their own. */
export interface Scheduler {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Resolves after the page has had its turn. */
  readonly yieldTurn: () => Promise<void>;
  /** Resolves after at least so long, when the page has nothing better to do. */
  readonly whenIdle: (delayMs: number) => Promise<void>;
}

/** The length of a slice of work: under half a frame at 60 Hz, so that no frame is lost. */
const sliceMs = 6;

/**
 * Runs work in slices with pauses between them; resolves to its result, or null if the signal
 * aborts first.
 */
export async function inSlices<T>(
  work: Generator<void, T>,
  scheduler: Scheduler,
  signal: AbortSignal,
): Promise<T | null> {
  let sliceEnds = scheduler.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (scheduler.now() < sliceEnds) continue;
    await scheduler.yieldTurn();
    if (signal.aborted) return null;
    sliceEnds = scheduler.now() + sliceMs;
  }
}

/** The longest that work waits for an idle page. */
const idleTimeoutMs = 1_000;

/** Returns the scheduler of a window, which uses its timers and idle callbacks. */
export function windowScheduler(view: Window): Scheduler {
  return {
    now: () => view.performance.now(),
    yieldTurn: () => new Promise((resolve) => view.setTimeout(resolve, 0)),
    whenIdle: (delayMs) =>
      new Promise((resolve) => {
        view.setTimeout(
          () => view.requestIdleCallback(() => resolve(), { timeout: idleTimeoutMs }),
          delayMs,
        );
      }),
  };
}
