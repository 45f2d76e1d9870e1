/** What a client of a cluster does not decide itself. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  now(): number;
  wait(delayMs: number): Promise<void>;
  /** 0..1, for pauses that do not fall together with those of others. */
  random(): number;
}

/** The network, the clock and the chance of the process. */
export function usualSurroundings(ask: typeof fetch): Surroundings {
  return {
    fetch: ask,
    now: () => performance.now(),
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    random: Math.random,
  };
}

/** The first pause before something is tried again; each one after it may be twice as long. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** How long something is tried again, and with which pauses: exponential, with full jitter. */
export class Patience {
  readonly #surroundings: Surroundings;
  readonly #end: number;
  #mostPauseMs = firstPauseMs;

  constructor(surroundings: Surroundings, patienceMs: number) {
    this.#surroundings = surroundings;
    this.#end = surroundings.now() + patienceMs;
  }

  get leftMs(): number {
    return Math.max(0, this.#end - this.#surroundings.now());
  }

  /** Waits before the next try. Resolves with false, at once, if there is no time for one. */
  async pause(): Promise<boolean> {
    const pauseMs = firstPauseMs / 2 + this.#surroundings.random() * this.#mostPauseMs;
    this.#mostPauseMs = Math.min(longestPauseMs, 2 * this.#mostPauseMs);
    if (pauseMs >= this.leftMs) return false;
    await this.#surroundings.wait(pauseMs);
    return true;
  }
}
