/** Runs in a page of ours, bundled for it: the encoder's worker as the offscreen room has it. */
import {
  browserWorkers,
  type EncoderWorker,
  startEncoderWorker,
} from "../../../src/encoder/workerClient.ts";

let worker: EncoderWorker | null = null;

/** Ms until the texts have their vectors; the worker is started if it is not there. */
async function encode(texts: readonly string[]): Promise<number> {
  const since = performance.now();
  worker ??= startEncoderWorker(browserWorkers(new URL("encoder.js", location.href).href));
  await worker.encode(texts);
  return performance.now() - since;
}

function letGo(): void {
  worker?.terminate();
  worker = null;
}

/** The bench's calls. */
export interface EncodeInPage {
  encode: typeof encode;
  letGo: typeof letGo;
}

Object.assign(globalThis, { encodeInPage: { encode, letGo } satisfies EncodeInPage });
