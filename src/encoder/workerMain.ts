/**
 * The encoder in a worker: loads the model from `model/` beside its script, then answers one
 * request after the other. The worker's name is that of the lock it holds.
 */
import { EncoderError } from "./encoderError.ts";
import { loadEncoder } from "./loadEncoder.ts";
import type { WorkerAnswer, WorkerRequest } from "./workerMessages.ts";

const say = (answer: WorkerAnswer, transfer: Transferable[] = []) =>
  postMessage(answer, { transfer });

async function readOwnFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(`model/${name}`, location.href));
  if (!response.ok) throw new EncoderError("damaged", `${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function load() {
  const runtime = await readOwnFile("runtime.wasm");
  return loadEncoder(readOwnFile, runtime);
}

const loading = load();

async function answer({ id, texts }: WorkerRequest): Promise<void> {
  const encoder = await loading;
  try {
    const vectors = await encoder.encodeCompact(texts);
    const buffers = new Set(vectors.map(({ buffer }) => buffer as ArrayBuffer));
    say({ kind: "encoded", id, vectors }, [...buffers]);
  } catch (error) {
    say({ kind: "failed", id, detail: String(error) });
  }
}

let lastTurn: Promise<unknown> = loading;
addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  lastTurn = lastTurn.then(() => answer(data));
  lastTurn.catch(() => undefined);
});

loading.catch((error: unknown) => {
  const problem = error instanceof EncoderError ? error.kind : "unavailable";
  say({ kind: "unusable", problem, detail: String(error) });
});

// Held until the worker dies: whoever gets the lock next knows that it is dead.
void navigator.locks.request(self.name, () => {
  say({ kind: "started" });
  return new Promise<never>(() => undefined);
});
