import { timesInSegment } from "../../library/library.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import { weightOfTerm } from "../score/wordWeights.ts";
import { keptShare, rarityOf } from "./termRarity.ts";

/**
 * The terms of a page, each looked up once in the library's dictionaries. Terms are numbered from
 * 0, so every later question about a term is a read from a typed array.
 */
export interface PageTerms {
  readonly count: number;
  /** Returns the number of a hash's term; undefined if no passage of the page has it. */
  termOf(hash: number): number | undefined;
  /** Weight of each term in bits. */
  readonly weights: Float32Array;
  /** The share of each term's weight that distinguishes the page's passages. */
  readonly shares: Float32Array;
  /** The number of library passages with each term. */
  readonly times: Uint32Array;
  /** For each part of the library, the term's index in its dictionary, or -1. */
  readonly dictionaryIndices: readonly Int32Array[];
  /** For each part, the term at an index of its dictionary, or -1. */
  readonly termAt: readonly Int32Array[];
  /**
   * The terms of each passage, rarest in the library first; terms that it lacks come before those.
   */
  readonly ofPassage: readonly Uint32Array[];
}

/** Looks up the hashes of the page's passages. */
export function lookUpTerms(
  hashesByPassage: readonly Uint32Array[],
  memory: LibraryMemory,
): PageTerms {
  const numberOf = new Map<number, number>();
  const onPage: number[] = [];
  const numbered = hashesByPassage.map((hashes) =>
    hashes.map((hash) => {
      let term = numberOf.get(hash);
      if (term === undefined) {
        term = numberOf.size;
        numberOf.set(hash, term);
        onPage.push(0);
      }
      onPage[term]!++;
      return term;
    }),
  );
  const hashes = Uint32Array.from(numberOf.keys());
  const dictionaryIndices = memory.parts.map(({ part }) =>
    Int32Array.from(hashes, (hash) => part.segment.terms.indexOf(hash)),
  );
  const { passageCount, statistics } = memory.library;
  const times =
    statistics === null
      ? timesOf(hashes.length, dictionaryIndices, memory)
      : hashes.map((hash) => statistics.documentFrequency(hash));
  const pagePassages = hashesByPassage.length;
  return {
    count: hashes.length,
    termOf: (hash) => numberOf.get(hash),
    weights: Float32Array.from(hashes, (hash, i) => weightOfTerm(hash, times[i]!, passageCount)),
    shares: Float32Array.from(onPage, (found) => keptShare(rarityOf(found, pagePassages))),
    times,
    dictionaryIndices,
    termAt: dictionaryIndices.map((indices, part) => inverted(indices, memory, part)),
    ofPassage: numbered.map((terms) =>
      terms.sort((a, b) => times[a]! - times[b]! || hashes[a]! - hashes[b]!),
    ),
  };
}

function timesOf(count: number, dictionaryIndices: readonly Int32Array[], memory: LibraryMemory) {
  const times = new Uint32Array(count);
  dictionaryIndices.forEach((indices, part) => {
    const { segment } = memory.parts[part]!.part;
    for (let term = 0; term < count; term++)
      times[term]! += timesInSegment(segment, indices[term]!);
  });
  return times;
}

function inverted(indices: Int32Array, memory: LibraryMemory, part: number): Int32Array {
  const termAt = new Int32Array(memory.parts[part]!.part.segment.terms.size).fill(-1);
  for (let term = 0; term < indices.length; term++) {
    if (indices[term]! >= 0) termAt[indices[term]!] = term;
  }
  return termAt;
}
