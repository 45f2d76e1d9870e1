import type { BenchOptions } from "./measure.ts";

/** Returns the options of a run. Throws an Error with words for the reader if a size is no number. */
export function benchOptions(given: readonly string[]): BenchOptions {
  const size = given.find((word) => word.startsWith("--size="))?.slice("--size=".length);
  if (size !== undefined && !/^[1-9]\d*$/.test(size)) {
    throw new Error(
      `--size=${size}: is no number of passages; give it digits alone (--size=500000)`,
    );
  }
  return { isMillion: given.includes("--million"), size: size === undefined ? null : Number(size) };
}
