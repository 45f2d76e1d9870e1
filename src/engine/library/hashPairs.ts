/** Hashes, each with the passage or article that has it: sorted by hash, then by number. */
export interface HashPairs {
  readonly hashes: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Returns the numbers with a hash, ascending. In a damaged segment they may exceed the count. */
export function numbersWith({ hashes, numbers }: HashPairs, hash: number): Uint32Array {
  const first = firstAtLeast(hashes, hash);
  let end = first;
  while (end < hashes.length && hashes[end] === hash) end++;
  return numbers.subarray(first, end);
}

/** Returns the first index whose hash is not below the one wanted. */
function firstAtLeast(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns pairs from the hashes of each number. Linear. */
export function hashPairs(hashesByNumber: readonly Uint32Array[]): HashPairs {
  const count = hashesByNumber.reduce((sum, found) => sum + found.length, 0);
  const hashes = new Uint32Array(count);
  const numbers = new Uint32Array(count);
  let at = 0;
  hashesByNumber.forEach((found, number) => {
    for (const hash of found) {
      hashes[at] = hash;
      numbers[at++] = number;
    }
  });
  return sortedByHash({ hashes, numbers });
}

/** The bits of a digit: three digits cover a hash. */
const digitBits = 11;
const digits = 1 << digitBits;

/** Returns pairs in order. Radix sort by the lowest digit first: equals stay in order. */
export function sortedByHash(pairs: HashPairs): HashPairs {
  let from = pairs;
  for (let shift = 0; shift < 32; shift += digitBits) {
    const next = new Uint32Array(digits + 1);
    for (const hash of from.hashes) next[((hash >>> shift) & (digits - 1)) + 1]!++;
    for (let digit = 0; digit < digits; digit++) next[digit + 1]! += next[digit]!;
    const hashes = new Uint32Array(from.hashes.length);
    const numbers = new Uint32Array(from.hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const hash = from.hashes[i]!;
      const to = next[(hash >>> shift) & (digits - 1)]!++;
      hashes[to] = hash;
      numbers[to] = from.numbers[i]!;
    }
    from = { hashes, numbers };
  }
  return from;
}
