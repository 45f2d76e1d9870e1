import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import type { ComparedPassages, PlacedPassage } from "../../../src/engine/stories/comparedPairs.ts";
import { sharedIn } from "../../../src/engine/stories/storyAlone.ts";

function placed(article: number, body: string): PlacedPassage {
  const { passages } = readArticle({ id: "a", title: "", body, language: "en" } as Article);
  const ordinal = passages.findIndex(({ unit }) => unit === "sentence");
  return { article, ordinal, passage: passages[ordinal]! };
}

const claim = placed(0, "The mayor was blamed for the closed bridge in a statement on Monday.");
const quote = placed(1, "“Nobody told us about the closed bridge,” the mayor said in a statement.");
const quotedAgain = placed(0, "That nobody told us about it was what the mayor said on Monday.");

function keysShared(a: PlacedPassage, b: PlacedPassage, score: number): number {
  const pair: ComparedPassages = { a, b, score, relation: "reworded", differences: [] };
  return sharedIn([pair]).size;
}

describe("what another article may have", () => {
  it("is both sides of a sure pair", () => {
    expect(keysShared(claim, quote, 0.9)).toBe(2);
  });

  it("is no quote of a doubtful pair of which the other has no words", () => {
    expect(keysShared(claim, quote, 0.5)).toBe(1);
  });

  it("is a quote of which the other has some words", () => {
    expect(keysShared(quotedAgain, quote, 0.5)).toBe(2);
  });
});
