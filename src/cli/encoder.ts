import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Encoder, loadEncoder } from "../encoder/index.ts";

/**
 * The encoder in this process, from a folder that has the model's files and the runtime's, as the build
 * puts them beside the command line. Throws EncoderError.
 */
export async function loadEncoderFrom(folder: string): Promise<Encoder> {
  const read = async (name: string) => new Uint8Array(await readFile(path.join(folder, name)));
  return loadEncoder(read, await read("runtime.wasm"));
}
