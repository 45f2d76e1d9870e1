/**
 * Returns the mean of `count` rows of `width` numbers from `from` on (mean pooling), scaled to
 * length 1.
 */
export function meanVector(
  rows: Float32Array,
  from: number,
  count: number,
  width: number,
): Float32Array {
  const mean = new Float32Array(width);
  for (let at = 0; at < count * width; at++) mean[at % width]! += rows[from + at]!;
  const length = Math.hypot(...mean);
  return length === 0 ? mean : mean.map((value) => value / length);
}
