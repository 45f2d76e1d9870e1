import { describe, expect, it } from "vitest";
import vectors from "../../../../assets/model/wordVectors.json";
import {
  closeness,
  closenessFeatures,
  featuresWithCosine,
  weighWords,
  withCosine,
} from "../../../../src/engine/match/retrieval/closeness.ts";
import { retrievalWords } from "../../../../src/engine/match/retrieval/retrievalWords.ts";
import { vectorIndex } from "../../../../src/engine/match/similarity/wordVectors.ts";

const wordsOf = (text: string) => weighWords(retrievalWords(text), () => 2);

/** How much of a query a passage has: in the same words, and in similar ones. */
function coverOf(query: string, passage: string) {
  const features = closeness(wordsOf(query), wordsOf(passage), 1);
  const at = (name: (typeof closenessFeatures)[number]) =>
    features[closenessFeatures.indexOf(name)]!;
  return { same: at("ofQuery"), soft: at("softQuery") };
}

describe("of a query, a passage has", () => {
  it.each([
    ["the same word", "whale", "whales", 1, 1],
    ["one of two", "whale harbour", "a whale", 0.5, 0.5],
    ["a similar word", "bridge", "river", 0, 0.63],
    ["nothing in a word that is only of the same field", "lake", "rain", 0, 0],
    ["nothing in another word that no vector is known of", "zqxvwk", "qzxwvy", 0, 0],
    ["nothing in a known word beside an unknown one", "zqxvwk", "river", 0, 0],
    ["nothing in an unknown word beside a known one", "river", "zqxvwk", 0, 0],
    ["the same word that no vector is known of", "zqxvwk", "zqxvwk", 1, 1],
  ])("%s", (_name, query, passage, same, soft) => {
    const cover = coverOf(query, passage);
    expect(cover.same).toBeCloseTo(same, 2);
    expect(cover.soft).toBeCloseTo(soft, 2);
  });
});

it("an unknown word is not near the word with the first vector", () => {
  const first = vectors.stems.split(" ", 1)[0]!;
  expect(vectorIndex(wordsOf(first).stems[0]!)).toBe(0);
  for (const [query, passage] of [
    [first, "zqxvwk"],
    ["zqxvwk", first],
  ] as const) {
    expect(coverOf(query, passage)).toEqual({ same: 0, soft: 0 });
  }
});

it.each([
  [0.5, 0],
  [0.6, 0],
  [0.7, 0.1],
  [0.9, 0.3],
])("a cosine of %f counts once more by %f", (cosine, more) => {
  const features = withCosine(closeness(wordsOf("whale"), wordsOf("whale"), 1), cosine);
  expect(features[featuresWithCosine.indexOf("surelyMeant")]).toBeCloseTo(more, 6);
});

it("runs of four letters are those of a word with its ends", () => {
  expect(retrievalWords("Whale ox").letters).toEqual(["_wha", "whal", "hale", "ale_", "_ox_"]);
});
