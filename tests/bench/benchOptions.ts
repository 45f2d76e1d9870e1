import type { BenchOptions } from "./measure.ts";

/** Returns the options of a run. Throws an Error with words for the reader if a size is no number. */
export function benchOptions(given: readonly string[]): BenchOptions {
  const size = optionIn("size", given);
  if (size !== null && !/^[1-9]\d*$/.test(size)) {
    throw new Error(
      `--size=${size}: is no number of passages; give it digits alone (--size=500000)`,
    );
  }
  return {
    isMillion: given.includes("--million"),
    size: size === null ? null : Number(size),
    data: optionIn("data", given),
  };
}

function optionIn(name: string, given: readonly string[]): string | null {
  const start = `--${name}=`;
  return given.find((word) => word.startsWith(start))?.slice(start.length) ?? null;
}
