/**
 * Weights of hashed features as text. Only the weights that are not zero are written, each as two
 * characters: the number of empty buckets before it, and its size in steps.
 *
 *   "#0" a weight in the first bucket      "~" ninety empty buckets, and more
 *
 * Digits 0 to 90 are the characters from # to ~ without the backslash, which JSON would escape.
 */

/** The size of one step of a weight, in log odds. */
export const weightStep = 0.04;

/** Weights are kept in this many steps up or down. */
export const mostSteps = 45;

/** The greatest digit: that many buckets are skipped, and the next character counts on. */
const greatest = 90;

/** Returns the weights by bucket, in steps. */
export function unpackWeights(packed: string, buckets: number): Int8Array {
  const steps = new Int8Array(buckets);
  let bucket = 0;
  for (let at = 0; at < packed.length; at++) {
    const gap = digitAt(packed, at);
    bucket += gap;
    if (gap === greatest) continue;
    steps[bucket++] = digitAt(packed, ++at) - mostSteps;
  }
  return steps;
}

/** Returns weights in steps as text; the inverse of `unpackWeights`. */
export function packWeights(steps: Int8Array): string {
  let packed = "";
  let gap = 0;
  for (const step of steps) {
    if (step === 0) gap++;
    else {
      for (; gap >= greatest; gap -= greatest) packed += characterOf(greatest);
      packed += characterOf(gap) + characterOf(step + mostSteps);
      gap = 0;
    }
  }
  return packed;
}

function digitAt(packed: string, at: number): number {
  const code = packed.charCodeAt(at);
  return code - (code > backslash ? first + 1 : first);
}

function characterOf(digit: number): string {
  const code = first + digit;
  return String.fromCharCode(code < backslash ? code : code + 1);
}

const first = 35;
const backslash = 92;
