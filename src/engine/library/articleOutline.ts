import type { Article, ArticleReading } from "../model/index.ts";
import { forwardEntry } from "./forwardEntry.ts";
import { flagsOf } from "./passageFlags.ts";
import type { PassageKeys } from "./passageKeys.ts";

/**
 * An article without its text: enough to decide which of its passages are candidates. Most articles
 * that share words with a page are ruled out by their outline and never read. A page of an archive
 * needs some 800 outlines of 40 passages, so they are columns of numbers, not objects.
 */
export interface ArticleOutline {
  readonly head: Omit<Article, "body">;
  /** The hashes of the article's terms, ascending, each once. */
  readonly terms: Uint32Array;
  /** For each passage, its flags (passageFlags.ts), start and end. */
  readonly passages: Uint32Array;
  /** For each passage, the entries of its terms (forwardEntry.ts), by index in `terms`, ascending. */
  readonly passageTerms: NumberLists;
  /** For each passage, its fingerprints. */
  readonly fingerprints: NumberLists;
}

/** Lists of numbers, end to end: list i is `values` from `starts[i]` to `starts[i + 1]`. */
export interface NumberLists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** The numbers of each passage in `ArticleOutline.passages`. */
export const outlineColumns = 3;

/** Returns the number of passages of an outline. */
export function passageCountOf({ passages }: ArticleOutline): number {
  return passages.length / outlineColumns;
}

/**
 * Returns the outline of an article that has been read.
 * @param keys of each passage of the reading (keysOfPassages)
 */
export function outlineOf(
  { article, passages }: ArticleReading,
  keys: readonly PassageKeys[],
): ArticleOutline {
  const { body: _, ...head } = article;
  const terms = Uint32Array.from(new Set(keys.flatMap((its) => [...its.terms]))).sort();
  const indexOf = new Map(Array.from(terms, (term, index) => [term, index]));
  return {
    head,
    terms,
    passages: Uint32Array.from(
      passages.flatMap((passage) => [flagsOf(passage), passage.start, passage.end]),
    ),
    passageTerms: entriesOf(
      listsOf(keys.map((its) => its.terms.map((term) => indexOf.get(term)!).sort())),
      terms.length,
    ),
    fingerprints: listsOf(keys.map((its) => its.fingerprints)),
  };
}

/**
 * Returns the forward entries of an article's passages.
 * @param indices for each passage, the indices of its terms
 * @param termCount the number of the article's terms
 */
export function entriesOf({ starts, values }: NumberLists, termCount: number): NumberLists {
  const entries = new Uint32Array(termCount);
  for (let i = 0; i < values.length; i++) entries[values[i]!]!++;
  for (let term = 0; term < termCount; term++) entries[term] = forwardEntry(term, entries[term]!);
  const ofPassages = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) ofPassages[i] = entries[values[i]!]!;
  return { starts, values: ofPassages };
}

function listsOf(lists: readonly Uint32Array[]): NumberLists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
  });
  const values = new Uint32Array(starts[lists.length]!);
  lists.forEach((list, i) => {
    values.set(list, starts[i]);
  });
  return { starts, values };
}
