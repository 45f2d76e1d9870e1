import type { SegmentViews } from "./segmentLayout.ts";

/** The sections of the verbatim tier. */
export type PrintSections = Pick<SegmentViews, "printHashes" | "printPassages">;

/** Fingerprints with the passages that they stand in, sorted by hash. Reads stay inside the arrays. */
export class PrintIndex {
  readonly #hashes: Uint32Array;
  readonly #passages: Uint32Array;

  constructor({ printHashes, printPassages }: PrintSections) {
    this.#hashes = printHashes;
    this.#passages = printPassages;
  }

  /** The passages that hold the fingerprint, ascending. Check each against the count. */
  passagesOf(hash: number): Uint32Array {
    const hashes = this.#hashes;
    const first = firstAtLeast(hashes, hash);
    let end = first;
    while (end < hashes.length && hashes[end] === hash) end++;
    return this.#passages.subarray(first, end);
  }
}

/** The first place whose hash is not below the one wanted. */
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

/** Sorts the fingerprints of all passages by hash, those of one hash by passage. Linear. */
export function buildPrintIndex(printsByPassage: readonly Uint32Array[]): PrintSections {
  const count = printsByPassage.reduce((sum, prints) => sum + prints.length, 0);
  const hashes = new Uint32Array(count);
  const passages = new Uint32Array(count);
  let at = 0;
  printsByPassage.forEach((prints, passage) => {
    for (const print of prints) {
      hashes[at] = print;
      passages[at++] = passage;
    }
  });
  return sortedByHash({ printHashes: hashes, printPassages: passages });
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Radix sort by the lowest digit first: three passes, and equals stay in order. */
function sortedByHash(prints: PrintSections): PrintSections {
  let from = prints;
  for (let shift = 0; shift < 32; shift += digitBits) {
    const next = new Uint32Array(digits + 1);
    for (const hash of from.printHashes) next[((hash >>> shift) & (digits - 1)) + 1]!++;
    for (let digit = 0; digit < digits; digit++) next[digit + 1]! += next[digit]!;
    const printHashes = new Uint32Array(from.printHashes.length);
    const printPassages = new Uint32Array(from.printHashes.length);
    for (let i = 0; i < printHashes.length; i++) {
      const hash = from.printHashes[i]!;
      const to = next[(hash >>> shift) & (digits - 1)]!++;
      printHashes[to] = hash;
      printPassages[to] = from.printPassages[i]!;
    }
    from = { printHashes, printPassages };
  }
  return from;
}
