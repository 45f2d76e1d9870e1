import { describe, expect, it } from "vitest";
import { preparePassage } from "../../../../../src/engine/match/candidates/preparedPassage.ts";
import {
  coreUnits,
  coreWords,
  quotesIn,
  sharesQuotedWords,
} from "../../../../../src/engine/match/relation/quotes/quotedWords.ts";
import { alignWords } from "../../../../../src/engine/match/relation/wording/wordAlignment.ts";
import { createWordWeights } from "../../../../../src/engine/match/score/wordWeights.ts";
import { prepared } from "../../preparedTexts.ts";

const weights = createWordWeights(0, () => 0);

function coreOf(text: string): string {
  const passage = preparePassage({ text, start: 0, names: [], dates: [], numbers: [] }, weights);
  return coreWords(passage)
    .map((place) => passage.words[place]!.folded)
    .join(" ");
}

const said = "we will not wait for spring";

describe("the words that carry the utterance", () => {
  it.each([
    "“We will not wait for spring,” she said.",
    '"We will not wait for spring," she said.',
    "„We will not wait for spring“, she said.",
    "«We will not wait for spring», she said.",
    "'We will not wait for spring,' she said.",
    "She said: ‘We will not wait for spring’.",
    "She said: “We will not wait for spring",
    "We will not wait for spring,” she said.",
    "“We will not,” she said, “wait for spring.”",
  ])("are the quoted ones: %s", (text) => {
    expect(coreOf(text)).toBe(said);
  });

  it("are the quoted ones from five on", () => {
    expect(coreOf("She said “we wait for no spring” in the valley.")).toBe("we wait for no spring");
  });

  it.each([
    "She called it a “quiet spring” in the valley.",
    "She said they had “one quiet long spring” in the valley.",
    "The growers' union won't wait, its chairman's office says.",
    "She said she will not wait for spring.",
  ])("are all of them where few or none are quoted: %s", (text) => {
    expect(coreOf(text).split(" ").length).toBeGreaterThan(7);
  });
});

describe("the quotes of a passage", () => {
  const quotesOf = (text: string) =>
    quotesIn(prepared(text)).map(({ start, end }) => text.slice(start, end));
  const title = "The Long Quiet Road Home";
  const long = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve";

  it.each([
    ["somebody's words", "She said “we will wait” there.", ["we will wait"]],
    ["no title of a book", `She read “${title}” there.`, []],
    ["a title in a headline", `Mayor Reads “${title}” Aloud`, [title]],
    ["no title of twelve words", `She read “${long}” there.`, []],
    ["what is longer than a title", `She read “${long} Thirteen” there.`, [`${long} Thirteen`]],
    ["no title with a number", "She saw “The Bridge 2049 Comes Home” there.", []],
    ["no title with light words", "She saw “The Road of the Sighs” there.", []],
    ["one word", "She called it “Unfair” there.", ["Unfair"]],
    [
      "a title with words in lower case",
      "She read “The Long quiet Road” there.",
      ["The Long quiet Road"],
    ],
    ["nothing where nothing is quoted", "She said we will wait.", []],
  ])("are %s", (_name, text, quotes) => {
    expect(quotesOf(text)).toEqual(quotes);
  });

  it("are all of it where the whole passage is quoted", () => {
    const passage = { ...prepared("We will wait."), isQuoted: true };
    expect(quotesIn(passage)).toEqual([{ start: 0, end: passage.text.length }]);
  });
});

it("the units of the utterance are those of its words", () => {
  const passage = prepared("Claire Lund of Orsha said: “Angela Merkel of Gorki never saw mills.”");
  const core = coreUnits(passage);
  const units = passage.units.filter((_, index) => core[index] === 1);
  expect(units.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
    "Angela Merkel",
    "Gorki",
    "never",
    "saw",
    "mills",
  ]);
});

it("a unit after the utterance is none of its own", () => {
  const passage = prepared("She saw “the mill and all of it” in Ghent and Bari.");
  const core = coreUnits(passage);
  const units = passage.units.filter((_, index) => core[index] === 1);
  expect(units.map(({ start, end }) => passage.text.slice(start, end))).toEqual(["mill"]);
});

it.each([
  ["She saw “mills”.", "He saw “mills” too.", true],
  ["She saw “mills”.", "He saw mills too.", false],
  ["She saw mills.", "He saw “mills” too.", false],
  ["She “saw” mills.", "He saw “mills” too.", false],
  ["She saw “the” mills.", "He saw “the” mills too.", false],
])("%s %s They share a quoted word: %s", (pageText, corpusText, shares) => {
  const [page, corpus] = [prepared(pageText), prepared(corpusText)];
  expect(sharesQuotedWords(page, corpus, alignWords(page, corpus))).toBe(shares);
});
