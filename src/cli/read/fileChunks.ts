import { closeSync, openSync, readSync } from "node:fs";
import { InputError } from "../inputError.ts";
import { reason } from "./fileProblems.ts";

const chunkBytes = 1 << 16;

/** The bytes of a file in pieces of its own, from an offset. Throws InputError. */
export function* fileChunks(file: string, from = 0): Generator<Uint8Array> {
  const source = guarded(file, () => openSync(file, "r"));
  try {
    for (let at = from; ; ) {
      const chunk = new Uint8Array(chunkBytes);
      const read = guarded(file, () => readSync(source, chunk, 0, chunkBytes, at));
      if (read === 0) return;
      at += read;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(source);
  }
}

/** Returns the first bytes of a file, at most `bytes`. Throws InputError. */
export function fileStart(file: string, bytes: number): Uint8Array {
  const source = guarded(file, () => openSync(file, "r"));
  try {
    const start = new Uint8Array(bytes);
    return start.subarray(
      0,
      guarded(file, () => readSync(source, start, 0, bytes, 0)),
    );
  } finally {
    closeSync(source);
  }
}

function guarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`${file}: ${reason(error)}`);
  }
}
