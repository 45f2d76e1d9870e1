/**
 * One encoder for all callers. Its worker is started when it is first needed, ended when there have been no
 * requests for a while, and restarted if it dies.
 *
 *     none ──asked──▶ at work ◀──asked──┐
 *      ▲                │ ▲             │
 *      │            died│ │asked again  │
 *      │                └─┘ once        │
 *      └──── a minute ──── at rest ─────┘
 */
import { EncoderError } from "./encoderError.ts";
import { createEncodingQueue, type EncodingPriority, type Portion } from "./encodingQueue.ts";
import { type EncoderWorker, WorkerDied } from "./workerClient.ts";

/** Encodes for all who ask; a page's texts first. */
export interface SharedEncoder {
  /** The texts' vectors in order. Rejects with EncoderError. */
  encode(texts: readonly string[], priority: EncodingPriority): Promise<readonly Uint8Array[]>;
  /** Ends the worker to free its memory for something else; does nothing while it is busy. */
  stopIdleWorker(): void;
}

/** The worker takes some 150 MB; starting it again takes one or two seconds. */
const idleMs = 60_000;

/** If there was no memory for the model, it is tried again after this time. */
const unavailableMs = 60_000;

/** The most workers that get the same request: if two have died of it, it may be the cause. */
const mostAttempts = 2;

/**
 * Returns an encoder that starts its worker at the first text and ends it when nothing more comes.
 * @param startWorker starts the encoder's worker
 */
export function createSharedEncoder(startWorker: () => EncoderWorker): SharedEncoder {
  const queue = createEncodingQueue();
  let worker: EncoderWorker | null = null;
  let unusable: EncoderError | null = null;
  let isWorking = false;
  let stopTimer: ReturnType<typeof setTimeout> | undefined;

  function stopWorker(): void {
    worker?.terminate();
    worker = null;
  }

  /** Refuses all texts for a while after an error; for good if the files are at fault. */
  function refuse(error: EncoderError): void {
    stopWorker();
    unusable = error;
    if (error.kind !== "unavailable") return;
    setTimeout(() => {
      unusable = null;
    }, unavailableMs);
  }

  async function encodePortion(texts: readonly string[]): Promise<readonly Uint8Array[]> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      if (unusable !== null) throw unusable;
      worker ??= startWorker();
      try {
        return await worker.encode(texts);
      } catch (error) {
        if (error instanceof EncoderError) refuse(error);
        if (!(error instanceof WorkerDied)) throw error;
        stopWorker();
      }
    }
    throw new EncoderError("unavailable", "its worker died again");
  }

  async function answer({ texts, resolve, reject }: Portion): Promise<void> {
    try {
      resolve(await encodePortion(texts));
    } catch (error) {
      reject(error);
    }
  }

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    clearTimeout(stopTimer);
    for (let portion = queue.next(); portion !== null; portion = queue.next()) {
      await answer(portion);
    }
    isWorking = false;
    stopTimer = setTimeout(stopWorker, idleMs);
  }

  return {
    encode(texts, priority) {
      const vectors = queue.add(texts, priority);
      void work();
      return vectors;
    },
    stopIdleWorker() {
      if (!isWorking) stopWorker();
    },
  };
}
