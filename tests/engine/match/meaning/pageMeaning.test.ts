import { describe, expect, it } from "vitest";
import {
  createLibrary,
  openSegment,
  withoutArticles,
  writeSegment,
} from "../../../../src/engine/library/index.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { PageMeaning } from "../../../../src/engine/match/meaning/pageMeaning.ts";
import { compactVector } from "../../../../src/engine/meaning/compactVector.ts";
import type { MeaningIndex } from "../../../../src/engine/meaning/meaningIndex.ts";
import type { ArticleId, ArticleReading, ReadPassage } from "../../../../src/engine/model/index.ts";
import { randomSource } from "../../../support/randomSource.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { randomValues } from "../../meaning/vectors.ts";

const vector = compactVector(randomValues(randomSource(1)));
const sentences = (count: number) => Array.from({ length: count }, (_, at) => `Sentence ${at}.`);
/** A page of so many sentences, without its title. */
const pageOf = (count: number) => readingOf("page", sentences(count)).passages.slice(1);

/**
 * A page and a library with cosines set by hand: by page passage, and by the text of a library
 * passage; null for one that is not encoded.
 */
function meaningOf(
  page: readonly ReadPassage[],
  corpus: readonly ArticleReading[],
  cosineOf: (pagePassage: number, text: string, article: string) => number | null,
  { language = "en", hidden = "", deleted = "", encoded = page.length } = {},
) {
  const segment = openSegment(writeSegment(corpus));
  const library = createLibrary([withoutArticles(segment, new Set([deleted as ArticleId]))]);
  const memory = memoryOf(library);
  const cosineWith = (_: unknown, index: number, number: number) => {
    const { text } = memory.prepared(number).stored;
    // A title that is empty is near nothing.
    return text === "" ? 0 : cosineOf(index, text, library.articleId(library.articleOf(number)));
  };
  const index: MeaningIndex = {
    isAny: true,
    cosineWith,
    nearest: (own, of, most, mayShow) =>
      Array.from({ length: library.passageEnd }, (_, passage) => passage)
        .filter(mayShow)
        .map((passage) => ({ passage, cosine: cosineWith(own, of, passage) ?? -1 }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, most),
  };
  const meaning = new PageMeaning(
    memory,
    { page: page.map((_, at) => (at < encoded ? vector.slice() : null)), library: index },
    page,
    page.map((_, at) => at),
    language,
    (article) => library.articleId(article) !== hidden,
  );
  const textOf = (number: number) => memory.prepared(number).stored.text;
  const numberOf = (text: string) =>
    Array.from({ length: library.passageEnd }, (_, number) => number).find(
      (number) => textOf(number) === text,
    )!;
  return {
    candidates: () => meaning.candidates(0).map(textOf),
    evidence: (text: string, of = 0) => meaning.evidence(of, numberOf(text))!,
  };
}

/** The number in "Sentence 12." */
const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]);

describe("the candidates by meaning", () => {
  it("are eight at most, the nearest first", () => {
    const { candidates } = meaningOf(
      pageOf(1),
      [readingOf("corpus", sentences(12), { title: "" })],
      (_, text) => 0.9 - numberIn(text) / 100,
    );
    expect(candidates()).toEqual(sentences(8));
  });

  it("have a cosine of three tenths", () => {
    const cosines = [0.31, 0.29];
    const { candidates } = meaningOf(
      pageOf(1),
      [readingOf("corpus", sentences(2))],
      (_, text) => cosines[numberIn(text)] ?? 0,
    );
    expect(candidates()).toEqual(["Sentence 0."]);
  });

  it.each([
    [39, ["An other sentence."]],
    [40, []],
  ])("are found behind %i passages that are not shown: %j", (count, found) => {
    const { candidates } = meaningOf(
      pageOf(1),
      [
        readingOf("hidden", sentences(count), { title: "" }),
        readingOf("corpus", ["An other sentence."], { title: "" }),
      ],
      (_, _text, article) => (article === "hidden" ? 0.9 : 0.8),
      { hidden: "hidden" },
    );
    expect(candidates()).toEqual(found);
  });

  it.each([
    ["de", ["Told again 0."]],
    ["en", []],
  ])("have the nearest one of an English article that tells a page in %s: %j", (language, told) => {
    const nearer = Array.from({ length: 40 }, (_, at) =>
      readingOf(`nearer ${at}`, [`Sentence ${at}.`], { title: "" }),
    );
    const teller = readingOf("teller", ["Told again 0.", "Told again 1."], { title: "" });
    const { candidates } = meaningOf(
      pageOf(8),
      [...nearer, teller],
      (of, text, article) => {
        if (article !== "teller") return of === 0 ? 0.9 : 0;
        return of === 0 ? 0.5 - numberIn(text) / 10 : 0.95;
      },
      { language },
    );
    expect(candidates().filter((text) => text.startsWith("Told"))).toEqual(told);
  });
});

describe("no candidate by meaning", () => {
  const others = Array.from({ length: 40 }, (_, at) => `Sentence ${at}.`);
  const near = "An other sentence.";
  const reading = readingOf("corpus", [near], { title: "" });

  it("is of a deleted article, nor takes the place of one", () => {
    const { candidates } = meaningOf(
      pageOf(1),
      [readingOf("gone", others, { title: "" }), reading],
      (_, text) => (text === near ? 0.8 : 0.9),
      { deleted: "gone" },
    );
    expect(candidates()).toEqual([near]);
  });

  it("is no statement, nor takes the place of one", () => {
    const silent = readingOf("silent", others, { title: "" });
    const passages = silent.passages.map((its) => ({ ...its, isClaim: its.in === "title" }));
    const { candidates } = meaningOf(pageOf(1), [{ ...silent, passages }, reading], (_, text) =>
      text === near ? 0.8 : 0.9,
    );
    expect(candidates()).toEqual([near]);
  });
});

it("two articles that tell a page in another language have candidates, not a third", () => {
  const nearer = Array.from({ length: 40 }, (_, at) =>
    readingOf(`nearer ${at}`, [`Sentence ${at}.`], { title: "" }),
  );
  const tellers = ["first", "second", "third"].map((id) =>
    readingOf(id, [`Told by the ${id}.`], { title: "" }),
  );
  const { candidates } = meaningOf(
    pageOf(8),
    [...nearer, ...tellers],
    (of, text) => {
      if (text.startsWith("Told")) return of === 0 ? 0.5 : 0.95;
      return of === 0 ? 0.9 : 0;
    },
    { language: "de" },
  );
  expect(candidates().filter((text) => text.startsWith("Told"))).toEqual([
    "Told by the first.",
    "Told by the second.",
  ]);
});

describe("a pair's cosine is set beside", () => {
  const own = "The same sentence.";
  const article = (id: string, texts: readonly string[]) => {
    const reading = readingOf(id, texts, { title: "" });
    return { ...reading, passages: reading.passages.slice(1) };
  };

  it.each([
    ["before it", [own, "Nearer.", "Nearest."]],
    ["between others", ["Nearer.", "Nearest.", own, "Nearer."]],
    ["after it", ["Nearest.", "Nearer.", own]],
  ])("that of the article's nearest other passage, wherever it is: %s", (_name, texts) => {
    const cosines: Readonly<Record<string, number>> = { [own]: 0.8, "Nearest.": 0.7 };
    const { evidence } = meaningOf(
      pageOf(1),
      [article("corpus", texts), article("next", ["Next."])],
      (_, text) => (text === "Next." ? 0.75 : (cosines[text] ?? 0.6)),
    );
    expect(evidence(own).features.aboveArticle).toBeCloseTo(0.1);
  });

  it("that of a passage that only touches it", () => {
    const reading = article("corpus", ["Nearest.", own, "Nearest too."]);
    const [before, its, after] = reading.passages as [ReadPassage, ReadPassage, ReadPassage];
    for (const beside of [
      { ...before, end: its.start },
      { ...after, start: its.end },
    ]) {
      const { evidence } = meaningOf(
        pageOf(1),
        [{ ...reading, passages: [beside, its].sort((a, b) => a.start - b.start) }],
        (_, text) => (text === own ? 0.8 : 0.7),
      );
      expect(evidence(own).features.aboveArticle).toBeCloseTo(0.1);
    }
  });

  it("that of passages which have a vector, however far they are", () => {
    const { evidence } = meaningOf(
      pageOf(1),
      [article("corpus", [own, "Far.", "Not encoded."])],
      (_, text) => (text === own ? 0.05 : text === "Far." ? -0.2 : null),
    );
    expect(evidence(own).features.aboveArticle).toBeCloseTo(0.25);
  });

  it("that of the page's sentences for its title, and of one that only touches it", () => {
    const { passages } = readingOf("page", ["Another sentence.", "The third."]);
    const [title, first, second] = passages as [ReadPassage, ReadPassage, ReadPassage];
    const touching = { ...second, start: first.end };
    const { evidence } = meaningOf(
      [title, first, touching],
      [readingOf("corpus", [own])],
      (of, text) => (text === own ? [0.8, 0.7, 0.6][of]! : 0),
    );
    expect(evidence(own, 0).features.abovePage).toBeCloseTo(0.1);
    expect(evidence(own, 1).features.abovePage).toBeCloseTo(0.1);
    expect(evidence(own, 2).features.abovePage).toBeCloseTo(-0.1);
  });

  it("that of the article's best other passage, not its title nor a part of the sentence", () => {
    const reading = readingOf("corpus", ["Another sentence.", own, "No statement."]);
    const passages = reading.passages.map((passage) =>
      passage.text === "No statement." ? { ...passage, isClaim: false } : passage,
    );
    const same = passages.find(({ text }) => text === own)!;
    const part = { ...same, text: own.slice(4), start: same.start + 4, isQuoted: true };
    const whole = { ...same, text: own.slice(0, 8), end: same.start + 8, isQuoted: true };
    const cosines: Readonly<Record<string, number>> = { [own]: 0.8, "Another sentence.": 0.6 };
    const { evidence } = meaningOf(
      pageOf(1),
      [{ ...reading, passages: [...passages, part, whole] }, readingOf("other", ["Far."])],
      (_, text) => cosines[text] ?? 0.75,
    );
    expect(evidence(own).features.aboveArticle).toBeCloseTo(0.2);
  });

  it("that of the page's best other passage, not its title nor a part of the sentence", () => {
    const { passages } = readingOf("page", ["Another sentence.", "The page's sentence."]);
    const [title, other, sentence] = passages as [ReadPassage, ReadPassage, ReadPassage];
    const page = [
      sentence,
      title,
      other,
      { ...sentence, start: sentence.start + 4 },
      { ...sentence, end: sentence.end - 4 },
    ];
    const { evidence } = meaningOf(page, [readingOf("corpus", [own])], (of, text) =>
      text === own ? (of === 2 ? 0.6 : of === 0 ? 0.8 : 0.75) : 0,
    );
    expect(evidence(own).features.abovePage).toBeCloseTo(0.2);
    // The title has no place among the sentences.
    expect(evidence(own, 1).features.abovePage).toBeCloseTo(0.75 - 0.8);
  });

  it.each([
    [64, 0.6],
    [65, 0],
  ])("those of sixty-four passages of a page of %i: the second has %f", (count, rival) => {
    const { evidence } = meaningOf(pageOf(count), [readingOf("corpus", [own])], (of, text) =>
      text === own ? (of === 0 ? 0.8 : of === 1 ? 0.6 : 0) : 0,
    );
    const above = Math.min(0.3, 0.8 - rival);
    expect(evidence(own).features.abovePage).toBeCloseTo(above);
  });

  it("the mean of the ninth to the sixteenth of other articles", () => {
    const { evidence } = meaningOf(
      pageOf(1),
      [
        readingOf("corpus", [own, "Its own."], { title: "" }),
        readingOf("other", sentences(20), { title: "" }),
      ],
      (_, text) =>
        text === own ? 0.95 : text === "Its own." ? 0.94 : 0.9 - numberIn(text) ** 2 / 1000,
    );
    const ranks = [8, 9, 10, 11, 12, 13, 14, 15];
    const mean = ranks.reduce((sum, rank) => sum + 0.9 - rank ** 2 / 1000, 0) / ranks.length;
    expect(evidence(own).features.aboveLibrary).toBeCloseTo(0.95 - mean);
  });
});

describe("what a page and an article tell together", () => {
  const [own, less] = ["The same sentence.", "Another one."];

  it.each([
    ["is the mean by which the best passages are nearer than two fifths", 0.5, 0.2 / 8 / 0.06],
    ["is nothing where none is nearer", 0.39, 0],
    ["is no more than a translation tells", 0.9, 1],
  ])("%s", (_, cosine, together) => {
    const { evidence } = meaningOf(pageOf(5), [readingOf("corpus", [own, less])], (of, text) =>
      of < 2 && text === own ? cosine : of < 2 && text === less ? cosine - 0.05 : 0,
    );
    expect(evidence(own).features.toldTogether).toBeCloseTo(together);
  });

  it("is the mean of the page's encoded passages alone", () => {
    const { evidence } = meaningOf(
      pageOf(9),
      [readingOf("corpus", [own])],
      (of, text) => (of < 2 && text === own ? 0.5 : 0),
      { encoded: 5 },
    );
    expect(evidence(own).features.toldTogether).toBeCloseTo(0.2 / 8 / 0.06);
  });

  it("is told by whether they are in one language", () => {
    for (const [language, isOne] of [
      ["en", true],
      ["de", false],
    ] as const) {
      const corpus = [readingOf("corpus", [own])];
      expect(meaningOf(pageOf(1), corpus, () => 0.5, { language }).evidence(own)).toMatchObject({
        isOneLanguage: isOne,
      });
    }
  });
});
