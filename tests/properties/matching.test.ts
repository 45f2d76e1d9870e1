import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createLibrary,
  openSegment,
  SegmentError,
  writeSegment,
} from "../../src/engine/library/index.ts";
import { headLength } from "../../src/engine/library/segmentLayout.ts";
import { comparePage } from "../../src/engine/match/comparePage.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import type { ArticleReading } from "../../src/engine/model/index.ts";
import { newsSentences, newsTexts, readingOfNews } from "./newsTexts.ts";

const libraryOf = (...readings: readonly ArticleReading[]) =>
  createLibrary([openSegment(writeSegment(readings))]);

/** The passages of a page that stand whole in another article, each with where it stands there. */
function sharedWhole(page: ArticleReading, corpus: ArticleReading): string[] {
  return comparePage(page, libraryOf(corpus))
    .filter(({ comparison }) => comparison.words?.kind === "whole")
    .filter(({ pagePassage, stored }) => page.passages[pagePassage]!.text === stored.text)
    .map(({ pagePassage, stored }) => `${pagePassage} ${stored.ordinal}`);
}

function turned(pair: string): string {
  return pair.split(" ").reverse().join(" ");
}

describe("matching any page against any library", () => {
  it("gives the same report twice, with scores within 0..1 and exact text under every span", () => {
    fc.assert(
      fc.property(newsTexts, newsTexts, (a, b) => {
        const page = readingOfNews("page", a);
        const library = libraryOf(readingOfNews("corpus", b));
        const report = matchPage(page, library);
        expect(matchPage(page, library)).toEqual(report);
        for (const match of report.matches) {
          const text = match.in === "title" ? page.article.title : page.article.body;
          expect(match.exact).toBe(text.slice(match.start, match.end));
          expect(match.references.length).toBeGreaterThan(0);
          for (const { score } of match.references) {
            expect(score).toBeGreaterThanOrEqual(0.5);
            expect(score).toBeLessThanOrEqual(match.score);
          }
          expect(match.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("gives one match per passage, in page order", () => {
    fc.assert(
      fc.property(newsTexts, newsTexts, (a, b) => {
        const { matches } = matchPage(
          readingOfNews("page", a),
          libraryOf(readingOfNews("corpus", b)),
        );
        const places = matches.map(({ in: part, start }) => (part === "title" ? -1 : start));
        expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      }),
      { numRuns: 30 },
    );
  });

  it("does not depend on the order of the articles, nor on their division into segments", () => {
    fc.assert(
      fc.property(newsTexts, fc.array(newsTexts, { minLength: 2, maxLength: 4 }), (a, all) => {
        const page = readingOfNews("page", a);
        const readings = all.map((found, i) => readingOfNews(`corpus${i}`, found));
        const report = matchPage(page, libraryOf(...readings));
        expect(matchPage(page, libraryOf(...[...readings].reverse()))).toEqual(report);
        const apart = createLibrary(readings.map((one) => openSegment(writeSegment([one]))));
        expect(matchPage(page, apart)).toEqual(report);
      }),
      { numRuns: 25 },
    );
  });

  it("finds whatever a slow scan finds word for word", () => {
    const telling = newsSentences.filter((sentence) => sentence.length > 70);
    fc.assert(
      fc.property(fc.constantFrom(...telling), newsTexts, newsTexts, (sentence, others, b) => {
        const page = readingOfNews("page", [
          "A headline of its own about nothing else at all",
          sentence,
        ]);
        const corpus = [
          readingOfNews("corpus0", b),
          readingOfNews("corpus1", [...others, sentence]),
        ];
        const { matches } = matchPage(page, libraryOf(...corpus));
        const match = matches.find(({ exact }) => exact === sentence);
        const texts = match?.references.map(({ passage }) => passage.text) ?? [];
        expect(texts).toContain(sentence);
      }),
      { numRuns: 30 },
    );
  });

  it("finds from either side what is in both word for word", () => {
    fc.assert(
      fc.property(newsTexts, newsTexts, (a, b) => {
        const [one, other] = [readingOfNews("one", a), readingOfNews("other", b)];
        expect(sharedWhole(other, one).map(turned).sort()).toEqual(sharedWhole(one, other).sort());
      }),
      { numRuns: 30 },
    );
  });

  it("survives a library whose content is damaged", () => {
    const good = writeSegment([
      readingOfNews("a", newsSentences),
      readingOfNews("b", [...newsSentences].reverse()),
    ]);
    const page = readingOfNews("page", newsSentences.slice(3));
    const flip = fc.record({
      at: fc.integer({ min: headLength * 4, max: good.length - 1 }),
      value: fc.nat(255),
    });
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 60 }), (flips) => {
        const bytes = good.slice();
        for (const { at, value } of flips) bytes[at] = value;
        try {
          matchPage(page, createLibrary([openSegment(bytes)]));
        } catch (error) {
          expect(error).toBeInstanceOf(SegmentError);
        }
      }),
      { numRuns: 30 },
    );
  });
});
