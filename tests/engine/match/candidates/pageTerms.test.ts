import { expect, it } from "vitest";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { stem } from "../../../../src/engine/text/stems.ts";
import { termHash } from "../../../../src/engine/text/termHash.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const memory = memoryOf(
  libraryOf(
    readingOf("article", ["Bakers, owls, mills.", "Bakers, owls.", "Bakers."], { title: "" }),
  ),
);
const hashOf = (word: string) => termHash("stem", stem(word));

it("the terms of a passage come rarest first, those of one number by their hash", () => {
  const words = ["bakers", "owls", "mills", "zuxqor", "quxzar", "xuqroz"];
  const unknown = words.slice(3).sort((a, b) => hashOf(a) - hashOf(b));
  for (const order of [words, words.toReversed()]) {
    const terms = lookUpTerms([Uint32Array.from(order, hashOf)], memory);
    const found = Array.from(terms.ofPassage[0]!, (term) => order[term]);
    expect(found).toEqual([...unknown, "mills", "owls", "bakers"]);
  }
});

it("each term is found at its place in the library's dictionary", () => {
  const words = ["bakers", "owls", "mills"];
  const { termAt, times, dictionaryIndices } = lookUpTerms(
    [Uint32Array.from(words, hashOf)],
    memory,
  );
  expect([...times]).toEqual([3, 2, 1]);
  expect(Array.from(dictionaryIndices[0]!, (index) => termAt[0]![index])).toEqual([0, 1, 2]);
});
