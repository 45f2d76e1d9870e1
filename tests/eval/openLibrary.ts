import { createLibrary, type Library } from "../../src/engine/library/library.ts";
import { openSegment } from "../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../src/engine/library/segmentWriter.ts";
import { type ComparedPair, comparePage } from "../../src/engine/match/comparePage.ts";
import { type MatchOptions, matchPage } from "../../src/engine/match/matcher.ts";
import type { MeaningIndex } from "../../src/engine/meaning/meaningIndex.ts";
import type { ArticleReading, MatchReport } from "../../src/engine/model/index.ts";
import { meaningOfLibrary, meaningOfPage } from "./encoding/meaningOf.ts";

/** A library, with the vectors of its passages or without. */
export interface OpenLibrary {
  readonly library: Library;
  readonly index: MeaningIndex | null;
}

/** EVAL_WORDS_ONLY=1 measures what is found without the encoder. */
const isWithMeaning = process.env.EVAL_WORDS_ONLY === undefined;

export async function openLibrary(
  readings: readonly ArticleReading[],
  withMeaning = isWithMeaning,
): Promise<OpenLibrary> {
  const library = createLibrary([openSegment(writeSegment(readings))]);
  return { library, index: withMeaning ? await meaningOfLibrary(library, readings) : null };
}

/** A page matched as the product does it, with its vectors where the library has some. */
export async function matchWith(
  page: ArticleReading,
  { library, index }: OpenLibrary,
  options: Pick<MatchOptions, "minScore"> = {},
): Promise<MatchReport> {
  if (index === null) return matchPage(page, library, options);
  return matchPage(page, library, { ...options, meaning: await meaningOfPage(page, index) });
}

/** All candidates of a page, compared. */
export async function compareWith(
  page: ArticleReading,
  { library, index }: OpenLibrary,
): Promise<readonly ComparedPair[]> {
  const meaning = index === null ? null : await meaningOfPage(page, index);
  return comparePage(page, library, { meaning });
}
