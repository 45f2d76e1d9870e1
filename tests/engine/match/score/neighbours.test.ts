import { describe, expect, it } from "vitest";
import {
  advantageOfRivals,
  besideAny,
  type ScoredPair,
  shareRetold,
  supportOfNeighbours,
} from "../../../../src/engine/match/score/neighbours.ts";

const pair = (pagePassage: number, articleIndex: number, logit = 0, article = 0): ScoredPair => ({
  pagePassage,
  article,
  articleIndex,
  logit,
  hasTitle: false,
});

describe("support of neighbours", () => {
  it.each<[string, ScoredPair, number]>([
    ["the next passages of both", pair(6, 11), 0.5],
    ["another passage of the page with the same one of the article", pair(6, 10), 0.5],
    ["the last passages that are near in the page and in the article", pair(7, 13), 0.5],
    ["the first passages that are near in the page and in the article", pair(3, 7), 0.5],
    ["a passage of the article with the same one of the page", pair(5, 11), 0.5],
    ["a passage too far on in the page", pair(8, 11), 0],
    ["a passage too far on in the article", pair(6, 14), 0],
    ["the next passage in another article", pair(6, 11, 0, 1), 0],
  ])("%s", (_name, other, support) => {
    expect(supportOfNeighbours([pair(5, 10, -3), other])[0]).toBeCloseTo(support);
  });

  it("a pair does not support itself", () => {
    expect(supportOfNeighbours([pair(5, 10, 4)])).toEqual(new Float64Array([0]));
  });
});

describe("pairs beside those that were found", () => {
  const passages = (pagePassage: number, number: number, article = 0) => ({
    ...{ pagePassage, number, article },
  });

  it.each([
    ["two passages on in the page, three in the article", passages(7, 13), true],
    ["three passages on in the page", passages(8, 10), false],
    ["four passages back in the article", passages(5, 6), false],
    ["near ones in another article", passages(5, 11, 1), false],
  ])("%s: %s", (_name, pair, isBeside) => {
    expect(besideAny([passages(5, 10), passages(40, 80)])(pair)).toBe(isBeside);
  });
});

describe("advantage of rivals", () => {
  it("is half of each side's, two at most", () => {
    const pairs = [pair(5, 10, 0), pair(5, 11, 1), pair(6, 10, 9)];
    expect([...advantageOfRivals(pairs)]).toEqual([1.5, 0, 0]);
  });

  it("does not count titles, other articles, or less", () => {
    const title = { ...pair(5, 0, 9), hasTitle: true };
    const pairs = [pair(5, 10, 2), title, pair(5, 11, 1), pair(5, 10, 9, 1)];
    expect(advantageOfRivals(pairs)[0]).toBe(0);
  });
});

describe("share of the rest of the page that an article states", () => {
  it("is the sum of the best of each other passage, over their number and two", () => {
    const pairs = [pair(0, 7), pair(0, 8, 9), pair(1, 3, -9), pair(1, 4), pair(2, 2)];
    const [ofFirst, , ofSecond] = shareRetold(pairs, 4);
    expect(ofFirst).toBeCloseTo((0.5 + 0.5) / 5);
    expect(ofSecond).toBeCloseTo((1 + 0.5) / 5, 3);
  });

  it("counts for each article alone", () => {
    expect([...shareRetold([pair(0, 7), pair(1, 7, 0, 1)], 2)]).toEqual([0, 0]);
  });
});
