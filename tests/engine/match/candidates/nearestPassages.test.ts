import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "../../../../src/engine/library/fingerprints.ts";
import type { Library } from "../../../../src/engine/library/library.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { NearestPassages } from "../../../../src/engine/match/candidates/nearestPassages.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { sentenceReading } from "../../../bench/index/newsLibrary.ts";
import { randomSource } from "../../../support/randomSource.ts";
import { libraryOf } from "../libraryOf.ts";

const words =
  "minister council harbour budget northern region talks border forces president report market court vote river bridge doctor school winter engine garden factory island senator harvest airport".split(
    " ",
  );
const random = randomSource(3);
const shuffled = () =>
  words
    .map((word) => ({ word, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);

/** So many passages of the same words that no word tells one from another, only their order does. */
const sentences = Array.from({ length: 5000 }, shuffled);
const library = libraryWith(sentences.map((sentence) => sentence.join(" ")));

function libraryWith(texts: readonly string[]): Library {
  return libraryOf(sentenceReading("same-words", texts));
}

function found(text: string, library: Library): readonly number[] {
  const memory = memoryOf(library);
  const terms = lookUpTerms([termsOfPassage({ text, names: [], dates: [], numbers: [] })], memory);
  const search = new NearestPassages(memory, terms, new Set());
  return search.of(terms.ofPassage[0]!, fingerprintsOf(text), 48);
}

describe("the nearest passages of a library in which all words are common", () => {
  it("are those that share a run of seven words, in whatever it stands", () => {
    const places = Array.from({ length: 40 }, (_, i) => i * 100);
    const lost = places.filter((place) => {
      const run = sentences[place]!.slice(3, 10).join(" ");
      return !found(`yesterday somebody wrote ${run} before leaving`, library).includes(place);
    });
    expect(lost).toEqual([]);
  });

  it("are none for a text that shares the words alone", () => {
    expect(found([...words].sort().join(" of the "), library)).toEqual([]);
  });
});

it.each([
  [1000, 48],
  [1001, 0],
])("a run of words that stands in %i passages finds %i", (times, count) => {
  const run = words.slice(0, 18);
  const texts = sentences.map((sentence, at) => {
    const rest = sentence.filter((word) => !run.includes(word));
    return (at < times ? [...run, ...rest] : sentence).join(" ");
  });
  const text = `yesterday somebody wrote ${run.join(" ")} before leaving`;
  expect(found(text, libraryWith(texts))).toHaveLength(count);
});
