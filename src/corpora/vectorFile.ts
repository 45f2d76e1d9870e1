/**
 * The vectors of a fixed corpus in one file, as the build makes it: a line of JSON with the model's
 * version and the articles in order, then the vectors of all their passages.
 *
 *     {"model": "…", "articles": [["id", passages], …]} \n vectors
 */
import { vectorBytes } from "../engine/meaning/compactVector.ts";
import type { VectorsOf } from "../engine/meaning/meaningIndex.ts";
import type { ArticleId } from "../engine/model/index.ts";

/** An article's vectors: one for each passage, in order. */
export interface ArticleVectors {
  readonly id: ArticleId;
  readonly vectors: Uint8Array;
}

/** Returns the bytes of the file. */
export function vectorFile(model: string, articles: readonly ArticleVectors[]): Uint8Array {
  const counts = articles.map(({ id, vectors }) => [id, vectors.byteLength / vectorBytes]);
  const head = new TextEncoder().encode(`${JSON.stringify({ model, articles: counts })}\n`);
  const parts = [head, ...articles.map(({ vectors }) => vectors)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** A file that was opened. */
export interface VectorFile {
  readonly articleCount: number;
  readonly vectorsOf: VectorsOf;
}

/** Returns the vectors in a file; those of no article if it is another model's, or no such file. */
export function openVectorFile(bytes: Uint8Array, model: string): VectorFile {
  const vectors = new Map<ArticleId, Uint8Array>();
  const end = bytes.indexOf(newline);
  const head = headOf(bytes.subarray(0, Math.max(0, end)));
  let at = end + 1;
  for (const [id, count] of head?.model === model ? head.articles : []) {
    const its = bytes.subarray(at, at + count * vectorBytes);
    vectors.set(id, its);
    at += its.byteLength;
  }
  return {
    articleCount: vectors.size,
    vectorsOf: (article) => vectors.get(article) ?? null,
  };
}

const newline = 10;

interface Head {
  readonly model: string;
  readonly articles: readonly (readonly [ArticleId, number])[];
}

function headOf(bytes: Uint8Array): Head | null {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(head.articles) ? head : null;
  } catch {
    return null;
  }
}
