import { readArticle } from "./extract/readArticle.ts";
import { writeSegment } from "./library/segmentWriter.ts";
import type { Article } from "./model/index.ts";

/** Reads the articles and writes their segment: the way into the library, for build, background and command line. */
export function segmentOfArticles(articles: readonly Article[]): Uint8Array {
  return writeSegment(articles.map(readArticle));
}
