/** The only importer of onnxruntime-web: the model's layers on WebAssembly, one thread, in any worker and in Node. */
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { Layers, LayersInput } from "./encoder.ts";
import { EncoderError } from "./encoderError.ts";

/**
 * Starts the layers. `runtime` is the package's `ort-wasm-simd-threaded.wasm`: given as bytes, so that
 * nothing is fetched. Throws EncoderError if the runtime does not start.
 */
export async function startLayers(
  model: Uint8Array,
  runtime: Uint8Array<ArrayBuffer>,
  width: number,
): Promise<Layers> {
  // Threads need a page isolated from all others, and everything here is to run everywhere.
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = runtime.buffer;
  env.logLevel = "error";
  const session = await startSession(model);
  return {
    run: (input) => runSession(session, input, width),
    close: () => session.release(),
  };
}

async function startSession(model: Uint8Array): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model, { executionProviders: ["wasm"] });
  } catch (error) {
    throw new EncoderError("unavailable", String(error));
  }
}

async function runSession(
  session: InferenceSession,
  { embeddings, mask, texts, pieces }: LayersInput,
  width: number,
): Promise<Float32Array> {
  const { hidden } = await session.run({
    embeddings: new Tensor("float32", embeddings, [texts, pieces, width]),
    mask: new Tensor("float32", mask, [texts, 1, 1, pieces]),
  });
  return hidden!.data as Float32Array;
}
