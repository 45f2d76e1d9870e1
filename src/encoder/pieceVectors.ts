import { EncoderError } from "./encoderError.ts";
import { readFileHead } from "./fileHead.ts";

/**
 * The vectors of the pieces, 4 bit, used in place: the source's own numbers, so nothing is lost.
 *
 *     "SSPV" · version · rows · width, then for each row width / 32 blocks:
 *     scale f16 · 16 bytes, byte j holding value j in its low and value j + 16 in its high half
 *
 * A value is (half − 8) × scale.
 */
export interface PieceVectors {
  readonly rows: number;
  readonly width: number;
  /** Writes the vector of a row to `into` from `at` on. */
  copyRow(row: number, into: Float32Array, at: number): void;
}

const headBytes = 16;
const blockValues = 32;
const blockBytes = 18;

/** Opens the bytes of vectors.bin. Throws EncoderError if they cannot be used. */
export function openPieceVectors(bytes: Uint8Array): PieceVectors {
  const [rows, width] = readFileHead(bytes, "SSPV", 2) as [number, number];
  const rowBytes = (width / blockValues) * blockBytes;
  if (width % blockValues !== 0 || bytes.byteLength !== headBytes + rows * rowBytes) {
    throw new EncoderError("damaged", `vectors.bin has ${bytes.byteLength} bytes`);
  }
  return {
    rows,
    width,
    copyRow(row, into, at) {
      const end = headBytes + (row + 1) * rowBytes;
      let to = at;
      for (let block = end - rowBytes; block < end; block += blockBytes) {
        const scale = halfFloat(bytes[block]! | (bytes[block + 1]! << 8));
        for (let value = 0; value < blockValues / 2; value++) {
          const packed = bytes[block + 2 + value]!;
          into[to + value] = ((packed & 15) - 8) * scale;
          into[to + value + blockValues / 2] = ((packed >> 4) - 8) * scale;
        }
        to += blockValues;
      }
    },
  };
}

/** A half-precision number (IEEE 754 binary16) from its bits; scales are finite. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
