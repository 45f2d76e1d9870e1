import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Encoder, loadEncoder } from "../../encoder/index.ts";

/**
 * Loads the encoder into this process from a folder with the files of model and runtime, which the
 * build puts beside the command line. Throws EncoderError.
 */
export async function loadEncoderFrom(folder: string): Promise<Encoder> {
  const read = async (name: string) => new Uint8Array(await readFile(path.join(folder, name)));
  return loadEncoder(read, await read("runtime.wasm"));
}
