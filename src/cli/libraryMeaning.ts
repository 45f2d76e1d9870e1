import { readFileSync } from "node:fs";
import path from "node:path";
import { openVectorFile } from "../corpora/vectorFile.ts";
import type { Encoder } from "../encoder/index.ts";
import type { Library } from "../engine/library/library.ts";
import { isMatchable } from "../engine/match/comparePage.ts";
import type { Meaning } from "../engine/match/meaning/pageMeaning.ts";
import { vectorBytes } from "../engine/meaning/compactVector.ts";
import { createMeaningIndex, type VectorsOf } from "../engine/meaning/meaningIndex.ts";
import type { ArticleId, ArticleReading } from "../engine/model/index.ts";
import { encodeTexts } from "./meaning.ts";
import type { Output } from "./output.ts";

/**
 * A passage takes some 30 ms: so many take two or three minutes. A larger corpus is compared by its
 * words alone.
 */
const mostEncoded = 5000;

/**
 * The vectors of a page and of a library, which are encoded now; those of the bundled corpus come with
 * the build. Null for a library that is too large, which is told.
 */
export async function meaningOf(
  page: ArticleReading,
  library: Library,
  bundledFolder: string | null,
  encoder: Encoder,
  output: Output,
): Promise<Meaning | null> {
  const bundled = bundledFolder === null ? null : bundledVectors(bundledFolder, encoder.version);
  const vectorsOf = bundled ?? (await encodeLibrary(library, encoder));
  if (vectorsOf === null) {
    output.problem(
      `the corpus has ${library.passageCount} passages, more than the ${mostEncoded} that are encoded: it is compared by its words alone`,
    );
    return null;
  }
  const compared = page.passages.filter(isMatchable);
  const vectors = await encodeTexts(
    compared.map(({ text }) => text),
    encoder.encodeCompact,
  );
  const vectorOf = new Map(compared.map((passage, at) => [passage, vectors[at]!]));
  return {
    page: page.passages.map((passage) => vectorOf.get(passage) ?? null),
    library: createMeaningIndex(library, vectorsOf),
  };
}

/** Null if they are missing or another model's. */
function bundledVectors(folder: string, model: string): VectorsOf | null {
  try {
    const bytes = new Uint8Array(readFileSync(path.join(folder, "bundled.vectors")));
    const { articleCount, vectorsOf } = openVectorFile(bytes, model);
    return articleCount > 0 ? vectorsOf : null;
  } catch {
    return null;
  }
}

async function encodeLibrary(library: Library, encoder: Encoder): Promise<VectorsOf | null> {
  if (library.passageCount > mostEncoded) return null;
  const places: { readonly article: number; readonly at: number; readonly text: string }[] = [];
  const rows = new Map<ArticleId, Uint8Array>();
  for (let article = 0; article < library.articleEnd; article++) {
    const { first, count } = library.passagesOf(article);
    rows.set(library.articleId(article), new Uint8Array(count * vectorBytes));
    for (let at = 0; at < count; at++) {
      const passage = library.passage(first + at);
      if (passage.isClaim || passage.isQuoted || passage.in === "title")
        places.push({ article, at, text: passage.text });
    }
  }
  const vectors = await encodeTexts(
    places.map(({ text }) => text),
    encoder.encodeCompact,
  );
  places.forEach(({ article, at }, i) => {
    rows.get(library.articleId(article))!.set(vectors[i]!, at * vectorBytes);
  });
  return (article) => rows.get(article) ?? null;
}
