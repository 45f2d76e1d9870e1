import { type ArticleOutline, type NumberLists, passageCountOf } from "./articleOutline.ts";
import { dictionaryIndexOf, entryAt } from "./forwardEntry.ts";
import { type HashPairs, hashPairs, sortedByHash } from "./hashPairs.ts";
import { HashTable } from "./hashTable.ts";
import { OutlineRows, rowsOfOutlines } from "./outlineRows.ts";
import { addressHashes } from "./pageAddress.ts";
import type { PassageKeys } from "./passageKeys.ts";
import type { Segment } from "./segment.ts";
import { segmentOf } from "./segmentReader.ts";
import { postingsOf, type TermSections } from "./termIndexBuilder.ts";

/**
 * Returns articles without their texts as a segment for one page: what its index says of the page's
 * terms and fingerprints is the same; there are no postings of others. A page's outlines have some
 * 700,000 terms, so whatever is known of an article is used: its distinct terms, half as many, are
 * sorted, and each passage's are in order already. Linear.
 * @param page the keys of the page's passages
 */
export function segmentOfOutlines(
  outlines: readonly ArticleOutline[],
  page: readonly PassageKeys[],
): Segment {
  const rows = rowsOfOutlines(outlines);
  const fingerprints = fingerprintsOf(outlines, new Wanted(page.map((its) => its.fingerprints)));
  const addresses = hashPairs(outlines.map(({ head }) => addressHashes(head.urls)));
  const segment = segmentOf({
    ...rows,
    ...termIndexOf(outlines, new Wanted(page.map((its) => its.terms))),
    printHashes: fingerprints.hashes,
    printPassages: fingerprints.numbers,
    addressHashes: addresses.hashes,
    addressArticles: addresses.numbers,
  });
  return { ...segment, rows: new OutlineRows(rows, outlines) };
}

const filterBits = 16;
const filterMask = (1 << filterBits) - 1;

/** Hashes that are looked up. Of a thousand others, a filter by their low bits rules out all but a few. */
class Wanted {
  readonly #hashes: ReadonlySet<number>;
  readonly #filter = new Uint8Array(1 << filterBits);

  constructor(lists: readonly Uint32Array[]) {
    this.#hashes = new Set(lists.flatMap((list) => [...list]));
    for (const hash of this.#hashes) this.#filter[hash & filterMask] = 1;
  }

  has(hash: number): boolean {
    return this.#filter[hash & filterMask] === 1 && this.#hashes.has(hash);
  }
}

function termIndexOf(outlines: readonly ArticleOutline[], wanted: Wanted): TermSections {
  const { termHashes, indices } = dictionaryOf(outlines);
  const isWanted = new Uint8Array(termHashes.length);
  for (let i = 0; i < termHashes.length; i++) isWanted[i] = Number(wanted.has(termHashes[i]!));
  const passages = sumOf(outlines, passageCountOf);
  const entries = sumOf(outlines, (its) => its.passageTerms.values.length);
  const all = new ForwardWriter(passages, entries);
  const ofPage = new ForwardWriter(passages, entries);
  let first = 0;
  for (const { terms, passageTerms } of outlines) {
    putEntries(passageTerms, indices.subarray(first, first + terms.length), isWanted, all, ofPage);
    first += terms.length;
  }
  const { starts, postings } = postingsOf(ofPage.starts, ofPage.written(), termHashes.length);
  return {
    ...{ termHashes, termStarts: starts, termPostings: postings },
    ...{ forwardStarts: all.starts, forwardTerms: all.written() },
  };
}

/** The entries of passages, end to end. */
class ForwardWriter {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  passages = 0;
  length = 0;

  constructor(mostPassages: number, mostEntries: number) {
    this.starts = new Uint32Array(mostPassages + 1);
    this.entries = new Uint32Array(mostEntries);
  }

  /** Ends a passage, whose entries were put up to this length. */
  end(length: number): void {
    this.length = length;
    this.starts[++this.passages] = length;
  }

  written(): Uint32Array {
    return this.entries.subarray(0, this.length);
  }
}

/**
 * Puts an article's entries, and those of wanted terms. A function of its own, with plain loops: it
 * runs over most of a match's numbers.
 * @param indices the indices of the article's terms in the dictionary
 */
function putEntries(
  { starts, values }: NumberLists,
  indices: Uint32Array,
  isWanted: Uint8Array,
  all: ForwardWriter,
  ofPage: ForwardWriter,
): void {
  const { entries } = all;
  let to = all.length;
  let wanted = ofPage.length;
  let i = 0;
  for (let passage = 1; passage < starts.length; passage++) {
    for (; i < starts[passage]!; i++) {
      const index = indices[dictionaryIndexOf(values[i]!)]!;
      const entry = entryAt(index, values[i]!);
      entries[to++] = entry;
      if (isWanted[index] === 1) ofPage.entries[wanted++] = entry;
    }
    all.end(to);
    ofPage.end(wanted);
  }
}

/** Returns the sorted dictionary, and the index in it of each article's terms, end to end. */
function dictionaryOf(outlines: readonly ArticleOutline[]) {
  // Terms are numbered in order of appearance, then by their order in the dictionary.
  const numbers = new HashTable();
  const indices = new Uint32Array(sumOf(outlines, ({ terms }) => terms.length));
  const distinct = new Uint32Array(indices.length);
  let count = 0;
  for (const { terms } of outlines) {
    for (let i = 0; i < terms.length; i++) {
      let number = numbers.get(terms[i]!);
      if (number === undefined) {
        number = numbers.size;
        distinct[number] = terms[i]!;
        numbers.set(terms[i]!, number);
      }
      indices[count++] = number;
    }
  }
  const termHashes = distinct.slice(0, numbers.size).sort();
  const indexOf = new Uint32Array(termHashes.length);
  for (let i = 0; i < termHashes.length; i++) indexOf[numbers.get(termHashes[i]!)!] = i;
  for (let i = 0; i < count; i++) indices[i] = indexOf[indices[i]!]!;
  return { termHashes, indices };
}

function fingerprintsOf(outlines: readonly ArticleOutline[], wanted: Wanted): HashPairs {
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
