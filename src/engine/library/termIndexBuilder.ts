import { dictionaryIndexOf, forwardEntry } from "./forwardEntry.ts";
import type { SegmentViews } from "./segmentLayout.ts";

/** The sections of the term index. */
export type TermSections = Pick<
  SegmentViews,
  "termHashes" | "termStarts" | "termPostings" | "forwardStarts" | "forwardTerms"
>;

/**
 * Turns "passage p has terms h1, h2 …" into a sorted dictionary, postings by term and the
 * forward array by passage. Counting sort: linear in the number of pairs.
 *
 * @param termsByPassage the term hashes of each passage, each once
 * @param articleStarts the first passage of each article, and at last the number of passages
 */
export function buildTermIndex(
  termsByPassage: readonly Uint32Array[],
  articleStarts: ArrayLike<number>,
): TermSections {
  const termHashes = sortedDistinct(termsByPassage);
  const placeOf = new Map<number, number>();
  for (let i = 0; i < termHashes.length; i++) placeOf.set(termHashes[i]!, i);
  const forwardStarts = startsOf(termsByPassage);
  const forwardTerms = new Uint32Array(forwardStarts[termsByPassage.length]!);
  termsByPassage.forEach((terms, passage) => {
    const from = forwardStarts[passage]!;
    for (let i = 0; i < terms.length; i++) forwardTerms[from + i] = placeOf.get(terms[i]!)!;
    forwardTerms.subarray(from, from + terms.length).sort();
  });
  addTimes(forwardTerms, forwardStarts, articleStarts, termHashes.length);
  const { starts, postings } = postingsOf(forwardStarts, forwardTerms, termHashes.length);
  return { termHashes, termStarts: starts, termPostings: postings, forwardStarts, forwardTerms };
}

/** Inverts the forward array: returns the postings of each term, passages ascending. */
export function postingsOf(
  forwardStarts: Uint32Array,
  forwardTerms: Uint32Array,
  termCount: number,
): { readonly starts: Uint32Array; readonly postings: Uint32Array } {
  const starts = new Uint32Array(termCount + 1);
  for (const entry of forwardTerms) starts[dictionaryIndexOf(entry) + 1]!++;
  for (let t = 0; t < termCount; t++) starts[t + 1]! += starts[t]!;
  const next = starts.slice();
  const postings = new Uint32Array(forwardTerms.length);
  for (let passage = 0; passage + 1 < forwardStarts.length; passage++) {
    for (let i = forwardStarts[passage]!; i < forwardStarts[passage + 1]!; i++) {
      const term = dictionaryIndexOf(forwardTerms[i]!);
      postings[next[term]!++] = passage;
    }
  }
  return { starts, postings };
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

/**
 * Converts dictionary indices to entries, with the number of the article's passages with the term.
 */
function addTimes(
  forwardTerms: Uint32Array,
  forwardStarts: Uint32Array,
  articleStarts: ArrayLike<number>,
  termCount: number,
): void {
  const times = new Uint32Array(termCount);
  for (let article = 0; article + 1 < articleStarts.length; article++) {
    const first = forwardStarts[articleStarts[article]!]!;
    const last = forwardStarts[articleStarts[article + 1]!]!;
    const terms = forwardTerms.slice(first, last);
    for (const term of terms) times[term]!++;
    for (let i = 0; i < terms.length; i++) {
      forwardTerms[first + i] = forwardEntry(terms[i]!, times[terms[i]!]!);
    }
    for (const term of terms) times[term] = 0;
  }
}
