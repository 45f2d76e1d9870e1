import { EncoderError } from "./encoderError.ts";

/** Version of both files; `scripts/encoder/pieceFiles.py` writes it. */
const fileVersion = 1;

/**
 * Reads what a file of the model begins with: four letters, the version, then `count` numbers.
 * Throws EncoderError if letters, version or length are others.
 */
export function readFileHead(bytes: Uint8Array, letters: string, count: number): number[] {
  if (bytes.byteLength < 8 + 4 * count)
    throw new EncoderError("damaged", `${letters} is too short`);
  const found = String.fromCharCode(...bytes.subarray(0, 4));
  if (found !== letters) throw new EncoderError("damaged", `${letters} begins with ${found}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4, true);
  if (version !== fileVersion) throw new EncoderError("wrongVersion", `${letters} ${version}`);
  return Array.from({ length: count }, (_, at) => view.getUint32(8 + 4 * at, true));
}
