import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import {
  createLibrary,
  openSegment,
  SegmentError,
  writeSegment,
} from "../../src/engine/library/index.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import type { Article, ArticleId, ArticleReading } from "../../src/engine/model/index.ts";

/** Sentences that share people, places, frames and figures, so that chance meets close calls. */
const sentences = [
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.",
  "Farmers blocked the ring road with 40 tractors to demand compensation, police in Minsk said.",
  "Police in Minsk said farmers had blocked the ring road with 60 tractors on Tuesday.",
  "“Nobody in the ministry has answered a single letter from the growers,” the union chairman told reporters.",
  "“No one at the ministry replied to any of the growers’ letters,” the chairman said on Monday.",
  "The ministry denied that growers' letters had gone unanswered.",
  "Turkey and Russia agreed on Saturday to coordinate their steps in Syria.",
  "Russia and Turkey will coordinate steps in Syria, they agreed in Moscow on Saturday.",
  "The central bank left its key interest rate unchanged at 24 percent, as expected.",
  "He declined to comment, the ministry said in a statement.",
  "It rained. Nobody came.",
  "The union asked for 3.5 million euros in emergency loans before the sowing season begins.",
];

const texts = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 });

function reading(id: string, found: readonly string[]): ArticleReading {
  const article: Article = {
    id: id as ArticleId,
    outlet: { name: `Outlet ${id}`, domain: null },
    title: found[0] ?? "",
    urls: [],
    published: { value: "2018-12-30", precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body: found.join("\n\n"),
  };
  return readArticle(article);
}

const libraryOf = (...readings: readonly ArticleReading[]) =>
  createLibrary([openSegment(writeSegment(readings))]);

describe("matching any page against any library", () => {
  it("gives the same report twice, with scores within 0..1 and exact text under every span", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const page = reading("page", a);
        const library = libraryOf(reading("corpus", b));
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
      { numRuns: 60 },
    );
  });

  it("gives one match a passage, in page order", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { matches } = matchPage(reading("page", a), libraryOf(reading("corpus", b)));
        const places = matches.map(({ in: part, start }) => (part === "title" ? -1 : start));
        expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the articles, nor on how they are put into segments", () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 2, maxLength: 4 }), (a, all) => {
        const page = reading("page", a);
        const readings = all.map((found, i) => reading(`corpus${i}`, found));
        const report = matchPage(page, libraryOf(...readings));
        expect(matchPage(page, libraryOf(...[...readings].reverse()))).toEqual(report);
        const apart = createLibrary(readings.map((one) => openSegment(writeSegment([one]))));
        expect(matchPage(page, apart)).toEqual(report);
      }),
      { numRuns: 40 },
    );
  });

  it("finds whatever a slow scan finds word for word", () => {
    const telling = sentences.filter((sentence) => sentence.length > 70);
    fc.assert(
      fc.property(fc.constantFrom(...telling), texts, texts, (sentence, others, b) => {
        const page = reading("page", ["A headline of its own about nothing else at all", sentence]);
        const corpus = [reading("corpus0", b), reading("corpus1", [...others, sentence])];
        const { matches } = matchPage(page, libraryOf(...corpus));
        const match = matches.find(({ exact }) => exact === sentence);
        const texts = match?.references.map(({ passage }) => passage.text) ?? [];
        expect(texts).toContain(sentence);
      }),
      { numRuns: 60 },
    );
  });

  it("survives a library whose content is damaged", () => {
    const good = writeSegment([reading("a", sentences), reading("b", [...sentences].reverse())]);
    const page = reading("page", sentences.slice(3));
    const flip = fc.record({
      at: fc.integer({ min: 232, max: good.length - 1 }),
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
      { numRuns: 60 },
    );
  });
});
