/**
 * How long it takes to find the nearest of a million vectors: all sketches are compared, then the vectors
 * of the nearest ones. Made-up vectors, since the time does not depend on what they mean.
 */

import { compactVector, dimensions, VectorRow } from "../../../src/engine/meaning/compactVector.ts";
import { createMeaningIndex } from "../../../src/engine/meaning/meaningIndex.ts";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { randomSource } from "../../support/randomSource.ts";
import type { BenchMeasure } from "../measure.ts";
import { median, timed } from "../timing.ts";

const passagesOfArticle = 50;
const articles = 20_000;
const queries = 40;
/** As many as a page's passage asks for. */
const most = 40;
const goalMs = 40;

export const sketchScan: BenchMeasure = {
  name: "meaning: the nearest of a million vectors",
  needs: [],
  async run() {
    const random = randomSource(1);
    const library = {
      passageEnd: articles * passagesOfArticle,
      articleEnd: articles,
      articleId: (article: number) => String(article) as ArticleId,
      articleOf: (passage: number) => Math.floor(passage / passagesOfArticle),
      passagesOf: (article: number) => ({
        first: article * passagesOfArticle,
        count: passagesOfArticle,
      }),
    };
    const index = createMeaningIndex(library, () => vectors(passagesOfArticle, random));
    const own = new VectorRow(vectors(queries, random));
    const times = Array.from(
      { length: queries },
      (_, query) => timed(() => index.nearest(own, query, most, () => true)).ms,
    );
    const usual = median(times);
    return [
      {
        what: "a passage of a page, median · slowest",
        figure: `${usual.toFixed(0)} · ${Math.max(...times).toFixed(0)} ms`,
        goal: `${goalMs} ms`,
        isMet: usual <= goalMs,
      },
    ];
  },
};

function vectors(count: number, random: () => number): Uint8Array {
  const each = Array.from({ length: count }, () =>
    compactVector(Float32Array.from({ length: dimensions }, () => random() - 0.5)),
  );
  return new Uint8Array(Buffer.concat(each));
}
