/** What a cluster's client is given: network, clock and randomness. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  now(): number;
  wait(delayMs: number): Promise<void>;
  /** Returns a random number, 0..1, so that pauses of several clients do not coincide. */
  random(): number;
}

/** Returns the network, the clock and the randomness of the process. */
export function processSurroundings(ask: typeof fetch): Surroundings {
  return {
    fetch: ask,
    now: () => performance.now(),
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    random: Math.random,
  };
}

/** The first pause before a retry; the limit of each pause after it is twice as long. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** Times retries: exponential pauses with full jitter, up to a limit. */
export class RetryTimer {
  readonly #surroundings: Surroundings;
  readonly #end: number;
  #mostPauseMs = firstPauseMs;

  constructor(surroundings: Surroundings, totalTimeoutMs: number) {
    this.#surroundings = surroundings;
    this.#end = surroundings.now() + totalTimeoutMs;
  }

  get leftMs(): number {
    return Math.max(0, this.#end - this.#surroundings.now());
  }

  /** Waits before the next try. Resolves to false, at once, if there is no time for one. */
  async pause(): Promise<boolean> {
    const pauseMs = firstPauseMs / 2 + this.#surroundings.random() * this.#mostPauseMs;
    this.#mostPauseMs = Math.min(longestPauseMs, 2 * this.#mostPauseMs);
    if (pauseMs >= this.leftMs) return false;
    await this.#surroundings.wait(pauseMs);
    return true;
  }
}
