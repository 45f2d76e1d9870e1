/**
 * Turns "passage p has terms h1, h2 …" into a sorted dictionary, postings by term and the
 * forward array by passage. Counting sort: linear in the number of pairs.
 */
export interface InvertedIndex {
  /** Sorted ascending, each once. */
  readonly hashes: Uint32Array;
  /** `postings[starts[t]…starts[t + 1]]` are the passages of term t, ascending. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** `forwardTerms[forwardStarts[p]…]` are the places in `hashes` of passage p's terms, ascending. */
  readonly forwardStarts: Uint32Array;
  readonly forwardTerms: Uint32Array;
}

/** `termsByPassage[p]` holds the term hashes of passage p, each once. */
export function buildInvertedIndex(termsByPassage: readonly Uint32Array[]): InvertedIndex {
  const hashes = sortedDistinct(termsByPassage);
  const placeOf = new Map<number, number>();
  for (let i = 0; i < hashes.length; i++) placeOf.set(hashes[i]!, i);
  const forwardStarts = startsOf(termsByPassage);
  const forwardTerms = new Uint32Array(forwardStarts[termsByPassage.length]!);
  const starts = new Uint32Array(hashes.length + 1);
  termsByPassage.forEach((terms, passage) => {
    const from = forwardStarts[passage]!;
    for (let i = 0; i < terms.length; i++) {
      const place = placeOf.get(terms[i]!)!;
      forwardTerms[from + i] = place;
      starts[place + 1]!++;
    }
    forwardTerms.subarray(from, from + terms.length).sort();
  });
  for (let t = 0; t < hashes.length; t++) starts[t + 1]! += starts[t]!;
  const postings = fillPostings(starts, forwardStarts, forwardTerms);
  return { hashes, starts, postings, forwardStarts, forwardTerms };
}

function sortedDistinct(lists: readonly Uint32Array[]): Uint32Array {
  const seen = new Set<number>();
  for (const list of lists) for (const hash of list) seen.add(hash);
  return Uint32Array.from(seen).sort();
}

function startsOf(lists: readonly Uint32Array[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
  });
  return starts;
}

function fillPostings(
  starts: Uint32Array,
  forwardStarts: Uint32Array,
  forwardTerms: Uint32Array,
): Uint32Array {
  const next = starts.slice();
  const postings = new Uint32Array(forwardTerms.length);
  for (let passage = 0; passage + 1 < forwardStarts.length; passage++) {
    for (let i = forwardStarts[passage]!; i < forwardStarts[passage + 1]!; i++) {
      const term = forwardTerms[i]!;
      postings[next[term]!++] = passage;
    }
  }
  return postings;
}
