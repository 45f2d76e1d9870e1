/** The encoder's worker from outside: one request after the other, and word of its death. */
import { EncoderError } from "./encoderError.ts";
import type { WorkerAnswer, WorkerRequest } from "./workerMessages.ts";

/** A worker that is running, or is being started. */
export interface EncoderWorker {
  /**
   * Vectors of the texts in order. Rejects with WorkerDied if the worker is gone, with EncoderError if
   * it cannot encode.
   */
  encode(texts: readonly string[]): Promise<readonly Uint8Array[]>;
  terminate(): void;
}

/** Thrown when the worker has ended, for whatever reason. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";
}

/** The parts of the browser's Worker and locks that are used. */
export interface WorkerPorts {
  start(name: string): Pick<Worker, "postMessage" | "addEventListener" | "terminate">;
  /** Resolves when the lock of this name is free. No event reports that a worker has died. */
  untilReleased(name: string, signal: AbortSignal): Promise<void>;
}

/** Returns a starter of workers with the script at this address. */
export function browserWorkers(script: string): WorkerPorts {
  return {
    start: (name) => new Worker(script, { type: "module", name }),
    untilReleased: (name, signal) => navigator.locks.request(name, { signal }, () => undefined),
  };
}

/** Starts a worker, which loads the model. */
export function startEncoderWorker(ports: WorkerPorts): EncoderWorker {
  const name = `second-source encoder ${crypto.randomUUID()}`;
  const worker = ports.start(name);
  const watch = new AbortController();
  const asked = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | null = null;

  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of asked.values()) reject(ended);
    asked.clear();
  }

  function take(id: number): Waiting | undefined {
    const waiting = asked.get(id);
    asked.delete(id);
    return waiting;
  }

  function hear(answer: WorkerAnswer): void {
    switch (answer.kind) {
      case "started":
        ports.untilReleased(name, watch.signal).then(
          () => end(new WorkerDied()),
          () => undefined,
        );
        break;
      case "unusable":
        end(new EncoderError(answer.problem, answer.detail));
        break;
      case "encoded":
        take(answer.id)?.resolve(answer.vectors);
        break;
      case "failed":
        take(answer.id)?.reject(new EncoderError("unavailable", answer.detail));
        break;
      default:
        answer satisfies never;
    }
  }

  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", ({ message }) => end(new EncoderError("unavailable", message)));
  return {
    encode(texts) {
      if (ended !== null) return Promise.reject(ended);
      lastId += 1;
      const request: WorkerRequest = { id: lastId, texts };
      const answer = new Promise<readonly Uint8Array[]>((resolve, reject) =>
        asked.set(request.id, { resolve, reject }),
      );
      worker.postMessage(request);
      return answer;
    },
    terminate() {
      watch.abort();
      worker.terminate();
      end(new WorkerDied());
    },
  };
}

interface Waiting {
  resolve(vectors: readonly Uint8Array[]): void;
  reject(error: Error): void;
}
