import { sketchBytes } from "./compactVector.ts";

const words = sketchBytes / 4;

/**
 * Writes to `distances` the Hamming distance of each of `sketches` (eight numbers each, end to end)
 * from `sketch`. Bits are counted in parallel (Warren, Hacker's Delight, 5-1): eight words share
 * the last steps.
 */
export function sketchDistances(
  sketch: Uint32Array,
  sketches: Uint32Array,
  distances: Uint16Array,
): void {
  const [a, b, c, d, e, f, g, h] = sketch as unknown as readonly number[] as EightWords;
  for (let i = 0, at = 0; i < distances.length; i++, at += words) {
    const low =
      inFours(sketches[at]! ^ a) + inFours(sketches[at + 1]! ^ b) + inFours(sketches[at + 2]! ^ c);
    const middle =
      inFours(sketches[at + 3]! ^ d) +
      inFours(sketches[at + 4]! ^ e) +
      inFours(sketches[at + 5]! ^ f);
    const high = inFours(sketches[at + 6]! ^ g) + inFours(sketches[at + 7]! ^ h);
    const bytes = inEights(low) + inEights(middle) + inEights(high);
    const halves = (bytes & 0x00ff00ff) + ((bytes >>> 8) & 0x00ff00ff);
    distances[i] = (halves & 0xffff) + (halves >>> 16);
  }
}

type EightWords = readonly [number, number, number, number, number, number, number, number];

/** Counts the bits of each group of four, 0..4: three such counts add up without a carry. */
function inFours(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

function inEights(fours: number): number {
  return (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
}
