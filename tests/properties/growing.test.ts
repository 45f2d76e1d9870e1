import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allSteps,
  createLibrary,
  mergeSegments,
  openSegment,
  verifySegment,
  withoutArticles,
  writeSegment,
} from "../../src/engine/library/index.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import type { ArticleReading } from "../../src/engine/model/index.ts";
import { newsTexts, readingOfNews } from "./newsTexts.ts";

/** Articles, how they are cut into segments, and which of them are deleted. */
const histories = fc
  .array(fc.record({ found: newsTexts, isDeleted: fc.boolean(), startsSegment: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((articles) =>
    articles.map(({ found, ...rest }, i) => ({ reading: readingOfNews(`c${i}`, found), ...rest })),
  );

type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

/** The library as it has become: articles added segment by segment, some deleted since. */
function segmentsOf(history: History) {
  const cut: ArticleReading[][] = [];
  for (const { reading, startsSegment } of history) {
    if (startsSegment || cut.length === 0) cut.push([]);
    cut.at(-1)!.push(reading);
  }
  const deleted = new Set(
    history.filter(({ isDeleted }) => isDeleted).map(({ reading }) => reading.article.id),
  );
  return cut.map((readings) => withoutArticles(openSegment(writeSegment(readings)), deleted));
}

function readingsLeft(history: History): readonly ArticleReading[] {
  return history.filter(({ isDeleted }) => !isDeleted).map(({ reading }) => reading);
}

describe("a library that has grown and shrunk", () => {
  it("answers like a new one with the remaining articles", () => {
    fc.assert(
      fc.property(newsTexts, histories, (found, history) => {
        const page = readingOfNews("page", found);
        const fresh = createLibrary([openSegment(writeSegment(readingsLeft(history)))]);
        const grown = createLibrary(segmentsOf(history));
        expect(grown.passageCount).toBe(fresh.passageCount);
        expect(matchPage(page, grown)).toEqual(matchPage(page, fresh));
      }),
      { numRuns: 25 },
    );
  });

  it("merges into the same bytes as a new one", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const merged = allSteps(mergeSegments(segmentsOf(history)));
        verifySegment(merged);
        expect(merged).toEqual(writeSegment(readingsLeft(history)));
      }),
      { numRuns: 25 },
    );
  });
});
