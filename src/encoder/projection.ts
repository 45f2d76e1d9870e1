import { dimensions } from "../engine/meaning/compactVector.ts";
import { EncoderError } from "./encoderError.ts";
import { readFileHead } from "./fileHead.ts";

/**
 * Projects the model's vectors to the fewer values that a library stores:
 *
 *     "SSPJ" · version · width · values, then f32 × width mean, f32 × width for each value
 *
 * The mean of news sentences is subtracted, because all of them point the same way. The axes are those along
 * which sentences of one language differ most, orthogonal to the differences between languages
 * (tests/eval/training/projection.ts).
 */
export type Projection = (vector: Float32Array) => Float32Array;

const headBytes = 16;

/** Opens the bytes of projection.bin. Throws EncoderError if they cannot be used. */
export function openProjection(bytes: Uint8Array<ArrayBuffer>): Projection {
  const [width, values] = readFileHead(bytes, "SSPJ", 2) as [number, number];
  if (values !== dimensions || bytes.byteLength !== headBytes + 4 * width * (values + 1)) {
    throw new EncoderError("damaged", `projection.bin has ${bytes.byteLength} bytes`);
  }
  const numbers = new Float32Array(bytes.slice(headBytes).buffer);
  const mean = numbers.subarray(0, width);
  return (vector) => {
    const projected = new Float32Array(values);
    for (let value = 0; value < values; value++) {
      const axis = (value + 1) * width;
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (vector[i]! - mean[i]!) * numbers[axis + i]!;
      projected[value] = sum;
    }
    return projected;
  };
}
