import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "../../../../src/engine/library/fingerprints.ts";
import {
  createLibrary,
  type Library,
  openSegment,
  withoutArticles,
  writeSegment,
} from "../../../../src/engine/library/index.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { NearestPassages } from "../../../../src/engine/match/candidates/nearestPassages.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import type { ArticleId } from "../../../../src/engine/model/index.ts";
import { sentenceReading } from "../../../bench/index/newsLibrary.ts";
import { randomSource } from "../../../support/randomSource.ts";
import { readingOf } from "../../library/readingBuilder.ts";
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

/** A number as two letters. */
function letters(number: number): string {
  return String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
}

function libraryWith(texts: readonly string[]): Library {
  return libraryOf(sentenceReading("same-words", texts));
}

/** What is found for a text. */
function found(text: string, library: Library): readonly number[] {
  return foundForEach([text], library)[0]!;
}

/** What is found for each text of a page. */
function foundForEach(
  texts: readonly string[],
  library: Library,
  { excluded = new Set<number>(), most = 100 } = {},
): readonly (readonly number[])[] {
  const memory = memoryOf(library);
  const hashes = texts.map((text) => termsOfPassage({ text, names: [], dates: [], numbers: [] }));
  const terms = lookUpTerms(hashes, memory);
  const search = new NearestPassages(memory, terms, excluded);
  return texts.map((text, i) => search.of(terms.ofPassage[i]!, fingerprintsOf(text), most));
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

it.each([
  [7, true],
  [8, false],
])(
  "among sixty passages with %i of a text's rare words, a run of its words is found: %s",
  (count, isFound) => {
    const rare = Array.from({ length: 40 }, (_, i) => `zu${letters(i)}q`);
    const others = Array.from({ length: 60 }, (_, at) =>
      rare.map((word, i) => (i < count ? word : `${word}x${letters(at)}`)).join(" "),
    );
    const usual = sentences.slice(0, 1000).map((sentence) => sentence.join(" "));
    const run = sentences[100]!.slice(0, 10).join(" ");
    const numbers = found(`${run} ${rare.join(" ")}`, libraryWith([...usual, ...others]));
    expect(numbers.includes(100)).toBe(isFound);
  },
);

describe("of a library of a few words", () => {
  const few = ["bakers", "owls", "mills", "kites"];
  const small = libraryWith(few);

  it("each is found by its own", () => {
    const texts = few.map((word) => `somebody saw ${word}`);
    expect(foundForEach(texts, small)).toEqual([[0], [1], [2], [3]]);
  });

  it("each leaves nothing behind for the next", () => {
    const pairs = libraryWith(few.map((word, at) => `${word} ${few[(at + 1) % few.length]}`));
    const texts = [...few, ...few.toReversed()].map((word) => `somebody saw ${word}`);
    const alone = texts.map((text) => found(text, pairs));
    expect(alone.every(({ length }) => length === 2)).toBe(true);
    expect(foundForEach(texts, pairs)).toEqual(alone);
  });

  it("the one that shares most comes first, whatever stands after it", () => {
    const orders = [
      ["harbour", "geese"],
      ["geese", "harbour"],
    ].map(([afterOne, afterOther]) => {
      const library = libraryOf(
        readingOf("one", ["bakers zuxqor", afterOne!], { title: "" }),
        readingOf("other", ["bakers quxzar", afterOther!], { title: "" }),
      );
      const isFirst = (number: number) => library.passage(number).text.startsWith("bakers");
      return found("bakers harbour", library)
        .filter(isFirst)
        .map((number) => library.passage(number).id);
    });
    expect(orders[0]).toHaveLength(2);
    expect(orders[1]).toEqual(orders[0]);
  });
});

describe("what cannot be shown is not found", () => {
  const article = (id: string, isClaim = true) => {
    const reading = readingOf(id, ["bakers"], { title: "" });
    return { ...reading, passages: reading.passages.map((its) => ({ ...its, isClaim })) };
  };
  const foundIn = (library: Library, excluded: ReadonlySet<number> = new Set()) =>
    foundForEach(["bakers"], library, { excluded: new Set(excluded) })[0]!.map(
      (number) => library.passage(number).id,
    );

  it("of an excluded article", () => {
    const library = libraryOf(article("a"), article("b"));
    expect(foundIn(library)).toHaveLength(2);
    expect(foundIn(library, new Set([0]))).toEqual(["b:1"]);
  });

  it("of a deleted article", () => {
    const segment = openSegment(writeSegment([article("a"), article("b")]));
    const gone = withoutArticles(segment, new Set(["a" as ArticleId]));
    expect(foundIn(createLibrary([gone]))).toEqual(["b:1"]);
  });

  it("of what is no statement", () => {
    expect(foundIn(libraryOf(article("a", false), article("b")))).toEqual(["b:1"]);
  });
});

describe("a run of words that is all that a text shares", () => {
  // Enough that all of their words are too common to be searched.
  const texts = sentences.slice(0, 4100).map((sentence) => sentence.join(" "));
  const known = new Set(texts.flatMap((text) => [...fingerprintsOf(text)]));
  const run = words.slice(14, 21);
  /** Texts with the run that share one fingerprint with another text, which no sentence has. */
  const sharing = (text: string) => {
    const own = new Set(fingerprintsOf(text));
    return Array.from({ length: 20 }, () => shuffled())
      .map((its) => [...its.filter((word) => !run.includes(word)), ...run].join(" "))
      .filter((its) => {
        const shared = [...fingerprintsOf(its)].filter((one) => own.has(one));
        return shared.length === 1 && !known.has(shared[0]!);
      });
  };
  const long = `yesterday somebody wrote ${run.join(" ")} before leaving for another town`;

  it.each([
    [3, 3],
    [4, 0],
  ])("is no chance where %i passages have it: %i are found", (times, count) => {
    const passages = sharing(long).slice(0, times);
    expect(passages).toHaveLength(times);
    expect(found(long, libraryWith([...texts, ...passages]))).toHaveLength(count);
  });

  it("is no chance where a deleted passage has it as a fourth", () => {
    const passages = sharing(long).slice(0, 4);
    const [gone, ...there] = passages.map((text, at) => sentenceReading(`with-${at}`, [text]));
    const all = [sentenceReading("same-words", texts), gone!, ...there];
    const segment = openSegment(writeSegment(all));
    const library = createLibrary([withoutArticles(segment, new Set([gone!.article.id]))]);
    expect(found(long, library)).toHaveLength(3);
  });

  it.each([
    ["two", `${run.join(" ")} somebody`, 2, 5],
    ["three", `yesterday ${run.join(" ")} somebody wrote`, 3, 0],
  ])("is no chance in a text of %s fingerprints", (_name, text, fingerprints, count) => {
    expect(fingerprintsOf(text)).toHaveLength(fingerprints);
    const passages = sharing(text).slice(0, 5);
    expect(passages).toHaveLength(5);
    expect(found(text, libraryWith([...texts, ...passages]))).toHaveLength(count);
  });
});
