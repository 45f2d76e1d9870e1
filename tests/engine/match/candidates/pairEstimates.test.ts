import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { PairEstimates } from "../../../../src/engine/match/candidates/pairEstimates.ts";
import { preparePassage } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { type ComparedPair, comparePage } from "../../../../src/engine/match/comparePage.ts";
import { leastLogit } from "../../../../src/engine/match/comparison.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { librarySizePrior } from "../../../../src/engine/match/score/librarySize.ts";
import { scoreModels } from "../../../../src/engine/match/score/scoreModel.ts";
import { StoryTies } from "../../../../src/engine/match/score/story.ts";
import { corpusReadings } from "../../../eval/corpusReadings.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const readings = [...corpusReadings("tests/fixtures", "documents").values()];

/** Every pair of a page with the other documents, and those that are left by what terms tell. */
const pages = readings.map((page) => {
  const library = libraryOf(...readings.filter((other) => other !== page));
  const least = leastLogit(0.5, librarySizePrior(library.passageCount));
  return { all: comparePage(page, library), kept: comparePage(page, library, { least }), least };
});

describe("what terms tell of a pair", () => {
  it("leaves out none that could be shown, and changes none", () => {
    const shown = ({ pagePassage, stored, comparison: { logit, words } }: ComparedPair) =>
      [pagePassage, stored.id, logit, words?.kind].join(" ");
    for (const { all, kept, least } of pages) {
      const needed = all.filter(({ comparison: { logit, words } }) => logit >= least || words);
      expect(kept.map(shown)).toEqual(expect.arrayContaining(needed.map(shown)));
    }
    const count = pages.flatMap(({ all, least }) =>
      all.filter((pair) => pair.comparison.logit >= least),
    );
    expect(count.length).toBeGreaterThan(10);
  });

  it("leaves out most of the others", () => {
    const count = (which: "all" | "kept") =>
      pages.reduce((sum, page) => sum + page[which].length, 0);
    expect(count("kept")).toBeLessThan(count("all") * 0.6);
  });
});

describe("a pair that is unlikely is compared", () => {
  const word = (letter: string) => `q${letter}azu`;
  /** So many words that news does not have, and others. */
  const words = (count: number) => [..."bcdfghklmnprst"].slice(0, count).map(word);
  const others = (count: number) =>
    [..."bcdfghklmnprst"].slice(0, count).map((its) => `z${its}oru`);

  /** What tells whether a sentence, whose words have so many bits each, may reach log-odds with another. */
  function estimateOf(page: string, corpus: string, bits: number, isTitle = false) {
    const memory = memoryOf(libraryOf(readingOf("a", [corpus], { title: "" })));
    const statement = readStatement(page);
    const terms = lookUpTerms([termsOfPassage(statement)], memory);
    const ties = new StoryTies(readingOf("page", [page]).article, terms, memory);
    const prepared = preparePassage(statement, { of: () => bits, ofWord: () => bits });
    const own = { prepared, isTitle, daysMentioned: [] };
    const estimates = new PairEstimates(memory, terms, ties);
    return (least: number) => estimates.mayReach(least, own, [1])[0]!;
  }
  const isClose = (page: readonly string[], corpus: readonly string[], bits = 9) =>
    estimateOf(page.join(" "), corpus.join(" "), bits)(1e9);

  it.each([
    [7.9, false],
    [8.1, true],
  ])("where it shares sixteen bits: two words of %f, %s", (bits, isIt) => {
    expect(isClose(words(2), words(2), bits)).toBe(isIt);
  });

  it.each([
    [3, 8, false],
    [5, 12, true],
  ])("and two fifths of the page's: %i of %i words, %s", (shared, count, isIt) => {
    expect(isClose(words(count), words(shared))).toBe(isIt);
  });

  it.each([
    [5, 12, false],
    [6, 12, true],
  ])("and .45 of the shorter one's: %i of %i words, %s", (shared, count, isIt) => {
    expect(isClose(words(count), [...words(shared), ...others(14)])).toBe(isIt);
  });

  it("less often where one of the two is a title, as its weight says", () => {
    const { hasTitle = 0 } = scoreModels.words.weights;
    const [page, corpus] = [words(2).join(" "), [...words(1), ...others(1)].join(" ")];
    const highest = (isTitle: boolean) => {
      const mayReach = estimateOf(page, corpus, 5, isTitle);
      return Array.from({ length: 2000 }, (_, at) => 10 - at / 100).find(mayReach)!;
    };
    expect(hasTitle).toBeLessThan(-0.5);
    expect(highest(true) - highest(false)).toBeCloseTo(hasTitle, 1);
  });
});
