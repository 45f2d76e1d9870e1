import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Encoder, loadEncoder, type ReadModelFile } from "../../src/encoder/index.ts";

/** Reads the committed model's files, with a buffer of their own. */
export const readProjectModel: ReadModelFile = async (name) =>
  new Uint8Array(await readFile(join("assets/model/encoder", name)));

/** The runtime's WebAssembly out of its package. */
export async function readRuntime(): Promise<Uint8Array<ArrayBuffer>> {
  const entry = createRequire(join(process.cwd(), "package.json")).resolve("onnxruntime-web/wasm");
  return new Uint8Array(await readFile(join(entry, "../ort-wasm-simd-threaded.wasm")));
}

/** The encoder as the project ships it, in this process. */
export async function loadProjectEncoder(): Promise<Encoder> {
  return loadEncoder(readProjectModel, await readRuntime());
}
