import table from "../../../../assets/model/wordVectors.json";
import { once } from "../../text/once.ts";

/**
 * Word vectors: a short vector for each common stem of news English
 * (assets/model/wordVectors.json), similar for stems with the same contexts or meanings. The table
 * has half a megabyte, so the extension never imports it; only `compare` and `retrieve` of the
 * command line decode it.
 */
export const vectorSize: number = table.dimensions;

/** Returns the index of a stem's vector; null if it has none. */
export function vectorIndex(stem: string): number | null {
  return places().get(stem) ?? null;
}

/** Returns the cosine of two stems' vectors, 0..1; null if one has none. */
export function relatedness(one: string, other: string): number | null {
  const a = places().get(one);
  const b = places().get(other);
  return a === undefined || b === undefined ? null : nearness(a, b);
}

/** Returns the cosine of the vectors at two indices; negative values become 0. */
export function nearness(a: number, b: number): number {
  let sum = 0;
  const from = a * vectorSize;
  const to = b * vectorSize;
  const values = vectors();
  for (let i = 0; i < vectorSize; i++) sum += values[from + i]! * values[to + i]!;
  return Math.max(0, Math.min(1, sum));
}

/** Adds a multiple of the vector at an index to a sum. */
export function addVector(sum: Float64Array, index: number, times: number): void {
  const from = index * vectorSize;
  const values = vectors();
  for (let i = 0; i < vectorSize; i++) sum[i]! += times * values[from + i]!;
}

const places: () => ReadonlyMap<string, number> = once(
  () => new Map(table.stems.split(" ").map((stem, index) => [stem, index] as const)),
);

/** The code "?" is zero; see tests/eval/training/wordVectors.ts. */
const zeroCode = 0x3f;

const vectors: () => Float32Array = once(() => readVectors(table.vectors));

/** Decodes the vectors and scales them to length 1. */
function readVectors(codes: string): Float32Array {
  const values = new Float32Array(codes.length);
  for (let start = 0; start < codes.length; start += vectorSize) {
    let squares = 0;
    for (let at = start; at < start + vectorSize; at++) {
      values[at] = codes.charCodeAt(at) - zeroCode;
      squares += values[at]! ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = start; at < start + vectorSize; at++) values[at]! /= length;
  }
  return values;
}
