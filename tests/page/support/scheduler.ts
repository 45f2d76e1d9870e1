import type { Scheduler } from "../../../src/page/watch/scheduler.ts";

/** A scheduler whose clock stands still unless it is moved, and whose waits end when told. */
export class ManualScheduler implements Scheduler {
  nowMs = 0;
  readonly restsMs: number[] = [];
  #waiting: (() => void)[] = [];

  readonly now = () => this.nowMs;
  readonly yieldTurn = () => Promise.resolve();
  readonly whenIdle = (delayMs: number) => {
    this.restsMs.push(delayMs);
    return new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  };

  /** Ends all rests that are waiting, and lets what follows from them happen. */
  async idle(): Promise<void> {
    await settle();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
    await settle();
  }
}

/** Lets everything that waits for a resolved promise, or for a mutation observer, happen. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
