/**
 * A passage's vector as the library stores it; only this folder knows its format:
 *
 *     int8 × 256 values · 32 bytes sketch · f32 length of the values
 *
 * The values are the encoder's, projected (src/encoder/projection.ts) and scaled so that the largest
 * is ±127; the length undoes the scaling. Bit i of the sketch says whether value i is positive: the
 * share of bits that differ between two sketches grows with the angle between the vectors (Charikar,
 * 2002), and is quick to compute. All zeros mean "not encoded".
 */
export const dimensions = 256;
/** Bytes of a sketch: one bit a dimension, its sign. */
export const sketchBytes = dimensions / 8;
/** Bytes of a packed vector: a byte a dimension, the sketch, and a float32. */
export const vectorBytes = dimensions + sketchBytes + 4;

const largest = 127;

/** Packs `dimensions` values of any length; not all of them may be 0. */
export function compactVector(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vectorBytes);
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  let squares = 0;
  for (let i = 0; i < dimensions; i++) {
    const value = Math.round((values[i]! / most) * largest);
    squares += value * value;
    bytes[i] = value;
    if (value > 0) bytes[dimensions + (i >> 3)]! |= 1 << (i & 7);
  }
  new DataView(bytes.buffer).setFloat32(dimensions + sketchBytes, Math.sqrt(squares), true);
  return bytes;
}

/** Packed vectors end to end, read in place. An incomplete vector at the end is ignored. */
export class VectorRow {
  readonly count: number;
  readonly #values: Int8Array;
  readonly #bytes: DataView;
  /** 0 for passages that are not encoded. */
  readonly #lengths: Float32Array;

  constructor(bytes: Uint8Array) {
    this.count = Math.floor(bytes.byteLength / vectorBytes);
    this.#values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#lengths = new Float32Array(this.count);
    for (let index = 0; index < this.count; index++) {
      const at = index * vectorBytes + dimensions + sketchBytes;
      this.#lengths[index] = this.#bytes.getFloat32(at, true);
    }
  }

  /** False for a passage that is not encoded. */
  has(index: number): boolean {
    return this.#lengths[index]! > 0;
  }

  /** Writes the sketch as `sketchBytes / 4` numbers to `into` from `at` on. */
  copySketch(index: number, into: Uint32Array, at: number): void {
    const start = index * vectorBytes + dimensions;
    for (let word = 0; word < sketchBytes / 4; word++) {
      into[at + word] = this.#bytes.getUint32(start + 4 * word, true);
    }
  }

  /** Cosine of a vector of this row with one of another: −1..1; 0 if one of them is not encoded. */
  cosine(index: number, other: VectorRow, otherPlace: number): number {
    const lengths = this.#lengths[index]! * other.#lengths[otherPlace]!;
    if (!(lengths > 0)) return 0;
    const a = this.#values;
    const b = other.#values;
    const from = index * vectorBytes;
    const otherFrom = otherPlace * vectorBytes;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += a[from + i]! * b[otherFrom + i]!;
    const cosine = sum / lengths;
    // A length that was damaged on disk gives cosine 0.
    return cosine >= -1.01 && cosine <= 1.01 ? cosine : 0;
  }
}
