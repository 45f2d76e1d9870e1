import { createLibrary, type Library } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { type ComparedPair, comparePage } from "../../../src/engine/match/comparePage.ts";
import type { MeaningIndex } from "../../../src/engine/meaning/meaningIndex.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { meaningOfLibrary, meaningOfPage } from "../encoding/meaningOf.ts";

/** A library, with the vectors of its passages or without. */
export interface OpenLibrary {
  readonly library: Library;
  readonly index: MeaningIndex | null;
}

export async function openLibrary(
  readings: readonly ArticleReading[],
  withMeaning: boolean,
): Promise<OpenLibrary> {
  const library = createLibrary([openSegment(writeSegment(readings))]);
  return { library, index: withMeaning ? await meaningOfLibrary(library, readings) : null };
}

/** All candidates of a page, compared. */
export async function compareWith(
  page: ArticleReading,
  { library, index }: OpenLibrary,
): Promise<readonly ComparedPair[]> {
  const meaning = index === null ? null : await meaningOfPage(page, index);
  return comparePage(page, library, Number.NEGATIVE_INFINITY, meaning);
}
