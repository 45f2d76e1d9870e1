import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { ComparedPassages } from "../../../src/engine/stories/comparedPairs.ts";
import { groupStatements, keyOf } from "../../../src/engine/stories/groupStatements.ts";
import { ferryArticles } from "../../support/ferryStory.ts";

const [passage] = readArticle(ferryArticles[0]!).passages;

/** Passage `a` of one article and `b` of another, each as [article, ordinal]. */
function pair(
  a: readonly [number, number],
  b: readonly [number, number],
  score: number,
): ComparedPassages {
  const placed = ([article, ordinal]: readonly [number, number]) => ({
    ...{ article, ordinal },
    passage: passage!,
  });
  return { a: placed(a), b: placed(b), relation: "reworded", score, differences: [] };
}

function groupsOf(pairs: readonly ComparedPassages[]): string[][] {
  return groupStatements(pairs)
    .map(({ passages }) => passages.map(keyOf).sort())
    .sort();
}

const pairs = [
  pair([0, 1], [1, 1], 0.9),
  pair([1, 1], [2, 1], 0.8),
  pair([2, 1], [0, 5], 0.7),
  pair([0, 5], [1, 7], 0.6),
];

describe("passages that say the same", () => {
  it("are one statement, with at most one passage per article, so that no chain joins two", () => {
    expect(groupsOf(pairs)).toEqual([
      ["0 1", "1 1", "2 1"],
      ["0 5", "1 7"],
    ]);
  });

  it("are the same statements in whatever order the pairs come", () => {
    expect(groupsOf(pairs.toReversed())).toEqual(groupsOf(pairs));
  });
});
