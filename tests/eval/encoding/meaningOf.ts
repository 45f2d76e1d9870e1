import type { Library } from "../../../src/engine/library/library.ts";
import { isMatchable } from "../../../src/engine/match/comparePage.ts";
import type { Meaning } from "../../../src/engine/match/meaning/pageMeaning.ts";
import { vectorBytes } from "../../../src/engine/meaning/compactVector.ts";
import { createMeaningIndex, type MeaningIndex } from "../../../src/engine/meaning/meaningIndex.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { openEncodedTexts } from "./encodedTexts.ts";

/** The vectors of a library of these articles. */
export async function meaningOfLibrary(
  library: Library,
  readings: readonly ArticleReading[],
): Promise<MeaningIndex> {
  const rows = new Map<string, Uint8Array>();
  for (const reading of readings) {
    const bytes = new Uint8Array(reading.passages.length * vectorBytes);
    (await vectorsOf(reading)).forEach((vector, i) => {
      if (vector) bytes.set(vector, i * vectorBytes);
    });
    rows.set(reading.article.id, bytes);
  }
  return createMeaningIndex(library, (id) => rows.get(id) ?? null);
}

/** A page's vectors beside those of a library. */
export async function meaningOfPage(page: ArticleReading, library: MeaningIndex): Promise<Meaning> {
  return { page: await vectorsOf(page), library };
}

async function vectorsOf({ passages }: ArticleReading): Promise<(Uint8Array | null)[]> {
  const texts = await openEncodedTexts();
  const encoded = passages.filter(isMatchable);
  const vectors = await texts.compact(encoded.map(({ text }) => text));
  const of = new Map(encoded.map((passage, i) => [passage, vectors[i]!]));
  return passages.map((passage) => of.get(passage) ?? null);
}
