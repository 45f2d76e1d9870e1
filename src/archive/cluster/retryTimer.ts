/** What a cluster's client is given: network, clock and randomness. */
export interface ClusterPorts {
  readonly fetch: typeof fetch;
  now(): number;
  wait(delayMs: number): Promise<void>;
  /** Returns a random number, 0..1, so that pauses of several clients do not coincide. */
  random(): number;
}

/** Returns the network, the clock and the randomness of the process. */
export function processPorts(ask: typeof fetch): ClusterPorts {
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
  readonly #ports: ClusterPorts;
  readonly #end: number;
  #mostPauseMs = firstPauseMs;

  /** @param end the time of the limit, on the ports' clock */
  constructor(ports: ClusterPorts, end: number) {
    this.#ports = ports;
    this.#end = end;
  }

  get leftMs(): number {
    return Math.max(0, this.#end - this.#ports.now());
  }

  /** Waits before the next try. Resolves to false, at once, if there is no time for one. */
  async pause(): Promise<boolean> {
    const pauseMs = firstPauseMs / 2 + this.#ports.random() * this.#mostPauseMs;
    this.#mostPauseMs = Math.min(longestPauseMs, 2 * this.#mostPauseMs);
    if (pauseMs >= this.leftMs) return false;
    await this.#ports.wait(pauseMs);
    return true;
  }
}
