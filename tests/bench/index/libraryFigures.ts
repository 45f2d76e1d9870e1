import { fingerprintsOf } from "../../../src/engine/library/fingerprints.ts";
import {
  allSteps,
  createLibrary,
  type Library,
  mergeSegments,
  openSegment,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import { NearestPassages } from "../../../src/engine/match/candidates/nearestPassages.ts";
import { lookUpTerms } from "../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../src/engine/match/libraryMemory.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";
import { fastestOf, median, timed } from "../timing.ts";
import { coldPages } from "./coldPages.ts";
import { exactSearch } from "./exactSearch.ts";
import { type Paraphrase, termsOfText } from "./hardParaphrases.ts";
import type { NewsLibrary } from "./newsLibrary.ts";

/** What is measured of one library; times in milliseconds. */
export interface LibraryFigures {
  readonly passages: number;
  readonly sentenceMs: number;
  readonly pagePassages: number;
  readonly pageMs: number;
  readonly floorMs: number;
  readonly coldMs: number;
  readonly loadMs: number;
  readonly addMs: number;
  readonly mergeMs: number;
  readonly longestStepMs: number;
  readonly indexBytes: number;
  readonly buildSpeed: number;
  readonly hard: Recall;
  readonly exact: Recall;
}

/** Shares of the paraphrases found first, and among the first ten. */
export interface Recall {
  readonly first: number;
  readonly ten: number;
}

/**
 * @param pages long pages that stand in no library; the first two warm the engine up
 * @param added an article that is added to the library
 */
export function measureLibrary(
  news: NewsLibrary,
  pages: readonly ArticleReading[],
  added: ArticleReading,
  paraphrases: readonly Paraphrase[],
): LibraryFigures {
  const loadMs = fastestOf(5, () => createLibrary([openSegment(news.bytes)]));
  const segment = openSegment(news.bytes);
  const library = createLibrary([segment]);
  const warm = pages.map((page) => timed(() => matchPage(page, library)).ms).slice(2);
  const sentences = pages[2]!.passages.map(({ text }) => text);
  const merge = measureMerge(library, added);
  return {
    passages: library.passageCount,
    sentenceMs: fastestOf(3, () => nearest(library, sentences, 10)) / sentences.length,
    pagePassages: pages[2]!.passages.length,
    pageMs: median(warm),
    floorMs: fastestOf(3, () => sentences.map((text) => tokenise(text))),
    coldMs: coldPages(news.bytes, pages.slice(0, 1))[0]!,
    loadMs,
    addMs: median(Array.from({ length: 9 }, () => addingMs(library, added))),
    ...merge,
    indexBytes: (news.bytes.length - segment.views.text.byteLength) / library.passageCount,
    buildSpeed: (1000 * news.megabytes) / (news.readMs + news.writeMs),
    ...recallOf(library, paraphrases),
  };
}

/** Written, opened, put beside the others, and found by its longest claim. */
function addingMs(library: Library, added: ArticleReading): number {
  const claims = added.passages.filter(({ isClaim }) => isClaim).map(({ text }) => text);
  const longest = claims.reduce((best, text) => (text.length > best.length ? text : best), "");
  return timed(() => {
    const segments = library.parts.map(({ segment }) => segment);
    const larger = createLibrary([...segments, openSegment(writeSegment([added]))]);
    const [found] = nearest(larger, [longest], 1);
    if ((found?.[0] ?? -1) < library.passageEnd) throw new Error("what was added was not found");
  }).ms;
}

function measureMerge(library: Library, added: ArticleReading) {
  const small = openSegment(writeSegment([added]));
  const steps = mergeSegments([...library.parts.map(({ segment }) => segment), small]);
  let longestStepMs = 0;
  const { ms } = timed(() => {
    for (;;) {
      const step = timed(() => steps.next());
      longestStepMs = Math.max(longestStepMs, step.ms);
      if (step.value.done) return allSteps(steps);
    }
  });
  return { mergeMs: ms, longestStepMs };
}

/** The nearest passages of each text, all looked for together as those of a page are. */
function nearest(library: Library, texts: readonly string[], top: number) {
  const memory = memoryOf(library);
  const tokens = texts.map((text) => tokenise(text));
  const terms = lookUpTerms(
    texts.map((text, i) => termsOfText(text, tokens[i])),
    memory,
  );
  const search = new NearestPassages(memory, terms, new Set());
  return texts.map((text, i) =>
    search.of(terms.ofPassage[i]!, fingerprintsOf(text, tokens[i]), top),
  );
}

function recallOf(library: Library, paraphrases: readonly Paraphrase[]) {
  const texts = paraphrases.map(({ query }) => query);
  const search = exactSearch(library);
  const share = (found: readonly (readonly number[])[], top: number) =>
    paraphrases.filter(({ target }, i) =>
      found[i]!.slice(0, top).some((passage) => library.passage(passage).text === target),
    ).length / paraphrases.length;
  const recall = (found: readonly (readonly number[])[]) => ({
    first: share(found, 1),
    ten: share(found, 10),
  });
  return {
    hard: recall(nearest(library, texts, 10)),
    exact: recall(texts.map((text) => search(termsOfText(text), 10))),
  };
}
