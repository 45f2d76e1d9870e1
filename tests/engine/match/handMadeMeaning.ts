import type { Library } from "../../../src/engine/library/index.ts";
import type { Meaning } from "../../../src/engine/match/meaning/pageMeaning.ts";
import { compactVector } from "../../../src/engine/meaning/compactVector.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { randomSource } from "../../support/randomSource.ts";
import { randomValues } from "../meaning/vectors.ts";

const vector = compactVector(randomValues(randomSource(1)));

/** A page's passage, by its index, and a library's passage, by its text and the id of its article. */
type CosineOf = (pagePassage: number, text: string, article: string) => number;

/** Vectors of a page, all of whose passages are compared, and a library, with cosines set by hand. */
export function handMadeMeaning(
  page: ArticleReading,
  library: Library,
  cosineOf: CosineOf,
): Meaning {
  const cosineWith = (_: unknown, index: number, number: number) =>
    cosineOf(index, library.passage(number).text, library.articleId(library.articleOf(number)));
  return {
    page: page.passages.map(() => vector.slice()),
    library: {
      isAny: true,
      cosineWith,
      nearest: (own, of, most, mayShow) =>
        Array.from({ length: library.passageEnd }, (_, passage) => passage)
          .filter(mayShow)
          .map((passage) => ({ passage, cosine: cosineWith(own, of, passage) }))
          .sort((a, b) => b.cosine - a.cosine)
          .slice(0, most),
    },
  };
}
