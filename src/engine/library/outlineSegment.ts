import { type ArticleOutline, passageCountOf } from "./articleOutline.ts";
import { forwardEntry } from "./forwardEntry.ts";
import { type HashPairs, hashPairs, sortedByHash } from "./hashPairs.ts";
import { addressHashes } from "./pageAddress.ts";
import { RowWriter } from "./rowWriter.ts";
import type { Segment } from "./segment.ts";
import { segmentOf } from "./segmentReader.ts";
import { postingsOf, type TermSections } from "./termIndexBuilder.ts";

/**
 * Returns articles without their texts as a segment: what its index says of them is the same. A
 * page's outlines have some 700,000 terms, so whatever is known of an article is used: its
 * distinct terms, half as many, are sorted, and each passage's are in order already. Linear.
 * @param wanted the only fingerprints that will be looked up, a page's
 */
export function segmentOfOutlines(
  outlines: readonly ArticleOutline[],
  wanted: ReadonlySet<number>,
): Segment {
  const rows = new RowWriter();
  for (const outline of outlines) rows.putOutline(outline);
  const fingerprints = fingerprintsOf(outlines, wanted);
  const addresses = hashPairs(outlines.map(({ head }) => addressHashes(head.urls)));
  return segmentOf({
    ...rows.sections(),
    ...termIndexOf(outlines),
    printHashes: fingerprints.hashes,
    printPassages: fingerprints.numbers,
    addressHashes: addresses.hashes,
    addressArticles: addresses.numbers,
  });
}

function termIndexOf(outlines: readonly ArticleOutline[]): TermSections {
  const { termHashes, indices } = dictionaryOf(outlines);
  const forwardStarts = new Uint32Array(sumOf(outlines, passageCountOf) + 1);
  const forwardTerms = new Uint32Array(sumOf(outlines, (its) => its.passageTerms.values.length));
  let passage = 0;
  let at = 0;
  let firstTerm = 0;
  for (const { terms, passageTerms } of outlines) {
    const { starts, values } = passageTerms;
    for (let i = 1; i < starts.length; i++) forwardStarts[++passage] = at + starts[i]!;
    putEntries(forwardTerms, at, values, indices.subarray(firstTerm, firstTerm + terms.length));
    at += values.length;
    firstTerm += terms.length;
  }
  const { starts, postings } = postingsOf(forwardStarts, forwardTerms, termHashes.length);
  return { termHashes, termStarts: starts, termPostings: postings, forwardStarts, forwardTerms };
}

/**
 * Puts an article's forward entries at an index. A function of its own, with plain loops: it runs
 * over most of a match's numbers.
 * @param values the indices of the passages' terms among the article's
 * @param indices the indices of the article's terms in the dictionary
 */
function putEntries(
  forwardTerms: Uint32Array,
  at: number,
  values: Uint32Array,
  indices: Uint32Array,
): void {
  const times = new Uint32Array(indices.length);
  for (let i = 0; i < values.length; i++) times[values[i]!]!++;
  for (let i = 0; i < values.length; i++) {
    const term = values[i]!;
    forwardTerms[at + i] = forwardEntry(indices[term]!, times[term]!);
  }
}

/** Returns the sorted dictionary, and the index in it of each article's terms, end to end. */
function dictionaryOf(outlines: readonly ArticleOutline[]) {
  const { hashes, numbers } = hashPairs(outlines.map(({ terms }) => terms));
  const next = new Uint32Array(outlines.length);
  for (let i = 1; i < next.length; i++) next[i] = next[i - 1]! + outlines[i - 1]!.terms.length;
  const indices = new Uint32Array(hashes.length);
  const termHashes = new Uint32Array(hashes.length);
  let size = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (i === 0 || hashes[i] !== hashes[i - 1]) termHashes[size++] = hashes[i]!;
    // An article's terms are ascending too, so they come in its own order.
    indices[next[numbers[i]!]!++] = size - 1;
  }
  return { termHashes: termHashes.slice(0, size), indices };
}

function fingerprintsOf(
  outlines: readonly ArticleOutline[],
  wanted: ReadonlySet<number>,
): HashPairs {
  const hashes: number[] = [];
  const numbers: number[] = [];
  let first = 0;
  for (const outline of outlines) {
    const { starts, values } = outline.fingerprints;
    let passage = 0;
    for (let at = 0; at < values.length; at++) {
      if (!wanted.has(values[at]!)) continue;
      while (starts[passage + 1]! <= at) passage++;
      hashes.push(values[at]!);
      numbers.push(first + passage);
    }
    first += passageCountOf(outline);
  }
  return sortedByHash({ hashes: Uint32Array.from(hashes), numbers: Uint32Array.from(numbers) });
}

function sumOf(
  outlines: readonly ArticleOutline[],
  count: (outline: ArticleOutline) => number,
): number {
  return outlines.reduce((sum, outline) => sum + count(outline), 0);
}
