/** The number of times that each item occurs in a list. */
export type Counts = ReadonlyMap<string, number>;

/** Counts the runs of `size` neighbours in a list. */
export function runsOf(items: readonly string[], size: number): Counts {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= items.length; at++) {
    const run = size === 1 ? items[at]! : items.slice(at, at + size).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Counts the runs of `size` letters in a text. */
export function lettersOf(text: string, size: number): Counts {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= text.length; at++) {
    const run = text.slice(at, at + size);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/**
 * Returns the shares that two counts have in common: of both together, of the smaller, of the
 * larger; 0..1.
 */
export function sharedCounts(one: Counts, other: Counts) {
  let shared = 0;
  for (const [item, times] of one) shared += Math.min(times, other.get(item) ?? 0);
  const sizes = [sizeOf(one), sizeOf(other)] as const;
  return {
    dice: (2 * shared) / Math.max(1, sizes[0] + sizes[1]),
    ofSmaller: shared / Math.max(1, Math.min(...sizes)),
    ofLarger: shared / Math.max(1, ...sizes),
  };
}

function sizeOf(counts: Counts): number {
  let sum = 0;
  for (const times of counts.values()) sum += times;
  return sum;
}

/**
 * Returns the weight of the heaviest common subsequence; `weight` gives that of each index of the
 * first list.
 */
export function commonSubsequence(
  one: readonly string[],
  other: readonly string[],
  weight: (index: number) => number,
): number {
  let before = new Float64Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    const now = new Float64Array(other.length + 1);
    for (let j = 1; j <= other.length; j++) {
      now[j] =
        one[i - 1] === other[j - 1]
          ? before[j - 1]! + weight(i - 1)
          : Math.max(before[j]!, now[j - 1]!);
    }
    before = now;
  }
  return before[other.length]!;
}

/** Returns the length of the longest common run. */
export function longestCommonRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before = new Int32Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    const now = new Int32Array(other.length + 1);
    for (let j = 1; j <= other.length; j++) {
      if (one[i - 1] !== other[j - 1]) continue;
      now[j] = before[j - 1]! + 1;
      longest = Math.max(longest, now[j]!);
    }
    before = now;
  }
  return longest;
}
