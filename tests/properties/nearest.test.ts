import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "../../src/engine/library/fingerprints.ts";
import {
  createLibrary,
  type Library,
  openSegment,
  writeSegment,
} from "../../src/engine/library/index.ts";
import { termsOfPassage } from "../../src/engine/library/terms.ts";
import { NearestPassages } from "../../src/engine/match/candidates/nearestPassages.ts";
import { lookUpTerms } from "../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../src/engine/match/libraryMemory.ts";
import { newsTexts, readingOfNews } from "./newsTexts.ts";

const articles = fc.array(newsTexts, { minLength: 1, maxLength: 3 });

/** The texts found for each passage of the page, by the search and by looking at every passage. */
function found(pageTexts: readonly string[], corpus: readonly (readonly string[])[]) {
  const page = readingOfNews("page", pageTexts);
  const readings = corpus.map((texts, i) => readingOfNews(`c${i}`, texts));
  const library = createLibrary(readings.map((one) => openSegment(writeSegment([one]))));
  const memory = memoryOf(library);
  const hashes = page.passages.map((passage) => termsOfPassage(passage));
  const terms = lookUpTerms(hashes, memory);
  const search = new NearestPassages(memory, terms, new Set());
  return page.passages.map(({ text }, i) => ({
    quick: new Set(search.of(terms.ofPassage[i]!, fingerprintsOf(text), library.passageEnd)),
    slow: new Set(sharing(library, hashes[i]!)),
  }));
}

/** Every passage that can be shown and shares a term. */
function sharing(library: Library, hashes: Uint32Array): readonly number[] {
  const wanted = new Set(hashes);
  return Array.from({ length: library.passageEnd }, (_, i) => i).filter((number) => {
    const { isClaim, isQuoted, in: part } = library.passage(number);
    const isShown = isClaim || isQuoted || part === "title";
    return isShown && library.termsOf(number).some((hash) => wanted.has(hash));
  });
}

describe("the nearest passages", () => {
  it("of a small library are all that a slow scan finds with anything in common", () => {
    fc.assert(
      fc.property(newsTexts, articles, (pageTexts, corpus) => {
        for (const { quick, slow } of found(pageTexts, corpus)) expect(quick).toEqual(slow);
      }),
      { numRuns: 25 },
    );
  });
});
