import { Presets, SingleBar } from "cli-progress";

/** Shows how far a longer job is. */
export interface Progress {
  start(total: number): void;
  step(): void;
  stop(): void;
}

/**
 * Returns a progress bar on standard error, if that is a terminal and the job is long enough to
 * need one.
 */
export function createProgress(label: string, stream: NodeJS.WriteStream, fewest = 8): Progress {
  let bar: SingleBar | null = null;
  return {
    start(total) {
      if (!stream.isTTY || total < fewest) return;
      const format = `${label} {bar} {value}/{total}`;
      bar = new SingleBar({ stream, format, clearOnComplete: true }, Presets.shades_classic);
      bar.start(total, 0);
    },
    step() {
      bar?.increment();
    },
    stop() {
      bar?.stop();
      bar = null;
    },
  };
}
