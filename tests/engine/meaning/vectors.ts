import { dimensions, VectorRow, vectorBytes } from "../../../src/engine/meaning/compactVector.ts";

/** Values of a vector, of which about half are negative. */
export function randomValues(random: () => number): Float32Array {
  return Float32Array.from({ length: dimensions }, () => random() + random() - 1);
}

/** Values near others: `share` of them is its own. */
export function nearTo(values: Float32Array, share: number, random: () => number): Float32Array {
  const other = randomValues(random);
  return values.map((value, i) => (1 - share) * value + share * other[i]!);
}

/** Packed vectors end to end. */
export function bytesOf(vectors: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(vectors.length * vectorBytes);
  vectors.forEach((vector, i) => {
    bytes.set(vector, i * vectorBytes);
  });
  return bytes;
}

export function rowOf(vectors: readonly Uint8Array[]): VectorRow {
  return new VectorRow(bytesOf(vectors));
}
