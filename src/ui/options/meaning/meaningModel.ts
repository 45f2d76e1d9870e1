import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { MeaningStatus } from "../../../messages/encodingProtocol.ts";

/** Comparing by meaning as the settings show it. */
export interface MeaningModel {
  /** Null until it is known. */
  readonly status: ReadonlySignal<MeaningStatus | null>;
  /** True if the last request was not answered. */
  readonly isFailed: ReadonlySignal<boolean>;
  /** Loads the status, and updates it until all articles are done or cannot be. */
  load(): Promise<void>;
  switchTo(on: boolean): Promise<void>;
}

/**
 * Returns the model of the section on comparing by meaning.
 * @param rest resolves when the progress is due to be read again
 */
export function createMeaningModel(
  background: BackgroundClient,
  rest: () => Promise<void>,
): MeaningModel {
  const status = signal<MeaningStatus | null>(null);
  const isFailed = signal(false);
  let isWatching = false;

  async function attempt(ask: () => Promise<MeaningStatus>): Promise<void> {
    try {
      status.value = await ask();
      isFailed.value = false;
    } catch {
      isFailed.value = true;
    }
  }

  const look = () => attempt(() => background("meaning/status", {}));

  function isUnderWay(): boolean {
    const { isOn, done, of } = status.value ?? { isOn: false, done: 0, of: 0 };
    return isOn && done < of && !isFailed.value;
  }

  async function watch(): Promise<void> {
    if (isWatching) return;
    isWatching = true;
    while (isUnderWay()) {
      await rest();
      await look();
    }
    isWatching = false;
  }

  return {
    status,
    isFailed,
    async load() {
      await look();
      void watch();
    },
    async switchTo(on) {
      await attempt(() => background("meaning/switch", { on }));
      void watch();
    },
  };
}
