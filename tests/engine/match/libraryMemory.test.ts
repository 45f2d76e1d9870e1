import { describe, expect, it } from "vitest";
import { createLibrary, openSegment, writeSegment } from "../../../src/engine/library/index.ts";
import { memoryOf, remembered } from "../../../src/engine/match/libraryMemory.ts";
import { groupsOf } from "../../../src/engine/match/score/relatedWords.ts";
import { weightOfTerm } from "../../../src/engine/match/score/wordWeights.ts";
import { stem } from "../../../src/engine/text/stems.ts";
import { termHash } from "../../../src/engine/text/termHash.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { libraryOf } from "./libraryOf.ts";

const hashOf = (word: string) => termHash("stem", stem(word));
const article = (id: string, ...sentences: readonly string[]) =>
  readingOf(id, sentences, { title: "" });

describe("an answer that is remembered", () => {
  /** The numbers for which an answer was asked for, of those that were wanted. */
  const askedOf = (wanted: readonly number[], isKept?: (answer: number) => boolean) => {
    const asked: number[] = [];
    const answer = remembered(
      2,
      (number) => {
        asked.push(number);
        return number;
      },
      isKept,
    );
    expect(wanted.map(answer)).toEqual(wanted);
    return asked;
  };

  it("is asked for once, until as many others are known as may be kept", () => {
    expect(askedOf([1, 2, 1, 2])).toEqual([1, 2]);
    expect(askedOf([1, 2, 3, 3, 1])).toEqual([1, 2, 3, 1]);
  });

  it("is asked for again where it is not to be kept", () => {
    expect(askedOf([1, 2, 1, 2], (answer) => answer !== 1)).toEqual([1, 2, 1]);
  });
});

it("a passage is prepared again once its text is there, and then no more", () => {
  const library = libraryOf(article("a", "Bakers dance."));
  let text = "";
  let times = 0;
  const memory = memoryOf({
    ...library,
    passage: (number) => {
      times++;
      return { ...library.passage(number), text };
    },
  });
  expect(memory.prepared(1).prepared.units).toEqual([]);
  text = "Bakers dance.";
  expect(memory.prepared(1).prepared.units).toHaveLength(2);
  memory.prepared(1);
  expect(times).toBe(2);
});

describe("the weight of a term", () => {
  const bakers = hashOf("bakers");
  const segments = ["a", "b", "c"].map((id) =>
    openSegment(writeSegment([article(id, "Bakers dance.", "Bakers.")])),
  );
  const weightIn = (memory: ReturnType<typeof memoryOf>) => {
    const [part] = memory.parts;
    return part!.weightAt(part!.part.segment.terms.indexOf(bakers));
  };

  it("is that of all segments together", () => {
    const library = createLibrary(segments);
    expect(library.passageCount).toBe(9);
    expect(weightIn(memoryOf(library))).toBeCloseTo(weightOfTerm(bakers, 6, 9), 5);
    const [first] = segments;
    expect(weightIn(memoryOf(createLibrary([first!])))).toBeCloseTo(weightOfTerm(bakers, 2, 3), 5);
  });

  it("is that of the larger library from which a segment was taken", () => {
    const [first] = segments;
    const library = createLibrary([first!], {
      ...{ passageCount: 5000, meanTerms: 8 },
      documentFrequency: () => 700,
    });
    expect(weightIn(memoryOf(library))).toBeCloseTo(weightOfTerm(bakers, 700, 5000), 5);
    expect(weightOfTerm(bakers, 700, 5000)).not.toBeCloseTo(weightOfTerm(bakers, 2, 5000), 2);
  });
});

describe("of each passage by itself, not of the one after it", () => {
  const words = ["bakers", "owls", "mills", "kites"];
  const [part] = memoryOf(libraryOf(article("a", ...words))).parts;
  const weightOf = (word: string) => part!.weightAt(part!.part.segment.terms.indexOf(hashOf(word)));

  it.each(words)("the bits are summed: %s", (word) => {
    const passage = 1 + words.indexOf(word);
    expect(part!.sumOf(passage)).toBeCloseTo(weightOf(word), 4);
    expect(part!.discountedSumOf(passage)).toBeCloseTo(weightOf(word), 4);
  });

  it("the rarity in its article is told", () => {
    const library = libraryOf(
      article("a", "Bakers dance.", "Mills.", "Mills.", "Mills.", "Mills."),
    );
    const [memory] = memoryOf(library).parts;
    const rarity = memory!.rarityIn(1);
    expect(rarity.of(hashOf("bakers"))).toBe(1);
    expect(rarity.of(hashOf("mills"))).toBe(1);
    expect(memory!.rarityIn(2).of(hashOf("mills"))).toBeLessThan(0.5);
  });
});

it("the squared weights of an article are those of its own terms, each once", () => {
  const words = ["bakers", "owls", "mills", "kites"];
  const [first, ...others] = words.map((word) => article(word, word));
  const library = libraryOf(first!, article("again", "owls.", "owls."), ...others);
  const [part] = memoryOf(library).parts;
  const squareOf = (word: string) =>
    part!.weightAt(part!.part.segment.terms.indexOf(hashOf(word))) ** 2;
  const squares = ["bakers", "owls", "owls", "mills", "kites"].map(squareOf);
  for (const [at, square] of squares.entries()) {
    expect(part!.squaresOf(at, Number.POSITIVE_INFINITY)).toBeCloseTo(square, 3);
  }
});

it("a word's group is found in a library of that word alone", () => {
  const [group] = groupsOf(stem("retreat"));
  const [part] = memoryOf(libraryOf(article("a", "retreat"))).parts;
  expect(part!.indicesOfGroup(group!)).toEqual([0]);
});
