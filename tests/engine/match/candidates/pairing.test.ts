import { describe, expect, it } from "vitest";
import { pairUnits } from "../../../../src/engine/match/candidates/pairing.ts";
import { prepared } from "../preparedTexts.ts";

/** The paired units as both sides print them; pairs that are not certain with their strength. */
function pairsOf(pageText: string, corpusText: string, areTwoLanguages = false) {
  const [page, corpus] = [prepared(pageText), prepared(corpusText)];
  return pairUnits(page, corpus, areTwoLanguages).map(({ page: i, corpus: j, strength }) => {
    const [one, other] = [page.units[i]!, corpus.units[j]!];
    const texts = `${page.text.slice(one.start, one.end)} = ${corpus.text.slice(other.start, other.end)}`;
    return strength === 1 ? texts : `${texts} (${strength})`;
  });
}

type Case = readonly [name: string, page: string, corpus: string, pairs: readonly string[]];

describe("words are paired", () => {
  it.each<Case>([
    [
      "by their stems",
      "Bakers danced.",
      "The baker dances.",
      ["Bakers = baker", "danced = dances"],
    ],
    [
      "with those that stand alike",
      "Old mills, new mills.",
      "New mills, big mills, old mills.",
      ["Old = old", "mills = mills", "new = New", "mills = mills"],
    ],
    ["each once", "Owls, owls, owls.", "Owls.", ["Owls = Owls"]],
    ["each once, whatever else could be its", "Owls.", "Owls, owls.", ["Owls = Owls"]],
  ])("%s", (_name, page, corpus, pairs) => {
    expect(pairsOf(page, corpus)).toEqual(pairs);
  });

  it.each([
    ["that continues what was paired before", "The mayor sold mills.", "Mills: a mayor sold mills"],
    ["after the last one, as on the page", "Old mills.", "Mills, kites, old mills"],
    ["next to the first one, as on the page", "Kites, old mills.", "Old mills| and mills"],
    ["that comes first of two as near", "Old mills.", "Mills|, owls, mills"],
    ["as far on as the page's, where none is paired before", "Kites, mills.", "Mills, mills"],
  ])("with the one %s", (_, pageText, corpusText) => {
    const [page, corpus] = [prepared(pageText), prepared(corpusText.replace("|", ""))];
    const last = pairUnits(page, corpus).at(-1)!;
    expect(corpus.units[last.corpus]!.end).toBe(corpusText.split("|")[0]!.length);
  });
});

describe("numbers that can be one", () => {
  it.each<Case>([
    ["are the same", "They saw 40 owls.", "Of 40 they told.", ["40 = 40"]],
    ["are about the other", "They saw about 100.", "Of 110 they told.", ["about 100 = 110 (0.6)"]],
    ["are near it", "They saw 100.", "Of about 110 they told.", ["100 = about 110 (0.6)"]],
    ["are above a bound", "They saw at least 20.", "Of 39 they told.", ["at least 20 = 39 (0.6)"]],
    ["have a bound there", "They saw 39.", "Of at least 20 they told.", ["39 = at least 20 (0.6)"]],
    ["are on the bound", "They saw 20.", "Of more than 20 they told.", ["20 = more than 20"]],
    ["are in a range", "They saw 20 to 30.", "Of 25 they told.", ["20 to 30 = 25 (0.6)"]],
    ["end a range", "They saw 20 to 30.", "Of 30 they told.", ["20 to 30 = 30 (0.6)"]],
    [
      "are each one's alone",
      "They saw about 100 and about 105.",
      "Of 102 they told.",
      ["about 100 = 102 (0.6)"],
    ],
    [
      "are the same, not about so many",
      "Of 100 they told.",
      "100 and about 105 they saw.",
      ["100 = 100"],
    ],
    ["are the same there", "100 and about 105 they saw.", "Of 100 they told.", ["100 = 100"]],
    ["have a unit there", "They saw about 40.", "They paid $42.", ["about 40 = $42 (0.6)"]],
    [
      "have a unit on one side",
      "They paid about $40.",
      "Of 42 they told.",
      ["about $40 = 42 (0.6)"],
    ],
  ])("%s", (_name, page, corpus, pairs) => {
    expect(pairsOf(page, corpus)).toEqual(pairs);
  });

  it.each([
    ["another", "They saw 40.", "Of 41 they told."],
    ["another unit", "They paid about $40.", "Of 42 percent they told."],
    ["further than a tenth from about so many", "They saw about 100.", "Of 111 they told."],
    ["below a bound", "They saw at least 20.", "Of 19 they told."],
    ["twice a bound", "They saw at least 20.", "Of 40 they told."],
    ["below a bound there", "They saw 19.", "Of at least 20 they told."],
    ["twice the bound there", "They saw 40.", "Of at least 20 they told."],
    ["beyond a range", "They saw 20 to 30.", "Of 31 they told."],
    ["a year beside a number", "It fell in 2018.", "Some 2018 owls rose."],
  ])("are not %s", (_name, page, corpus) => {
    expect(pairsOf(page, corpus)).toEqual([]);
  });
});

describe("dates that can be one", () => {
  it.each<Case>([
    [
      "are a month and its day",
      "It fell in May 2018.",
      "On May 3, 2018 they rose.",
      ["May 2018 = May 3, 2018 (0.6)"],
    ],
    [
      "are a day and its month",
      "It fell on May 3, 2018.",
      "In May 2018 they rose.",
      ["May 3, 2018 = May 2018 (0.6)"],
    ],
    [
      "are a year and its month",
      "It fell in 2018.",
      "In May 2018 they rose.",
      ["2018 = May 2018 (0.6)"],
    ],
  ])("%s", (_name, page, corpus, pairs) => {
    expect(pairsOf(page, corpus)).toEqual(pairs);
  });

  it.each([
    ["two months", "It fell in May 2018.", "In June 2018 they rose."],
    ["a day that is not known", "It fell on Monday.", "On May 3, 2018 they rose."],
    ["a day there that is not known", "It fell on May 3, 2018.", "On Monday they rose."],
  ])("are not %s", (_name, page, corpus) => {
    expect(pairsOf(page, corpus)).toEqual([]);
  });
});

describe("names are paired", () => {
  it.each<Case>([
    [
      "with a part of them",
      "Angela Merkel spoke.",
      "Merkel danced.",
      ["Angela Merkel = Merkel (0.85)"],
    ],
    [
      "with what they are a part of",
      "Merkel spoke.",
      "Angela Merkel danced.",
      ["Merkel = Angela Merkel (0.85)"],
    ],
  ])("%s", (_name, page, corpus, pairs) => {
    expect(pairsOf(page, corpus)).toEqual(pairs);
  });

  it.each<Case>([
    [
      "spelt otherwise",
      "Wladimir Putin sprach.",
      "Vladimir Putin danced.",
      ["Wladimir Putin = Vladimir Putin"],
    ],
    [
      "spelt otherwise, each once",
      "Wladimir Putin sprach mit Wladimir Putin.",
      "Vladimir Putin danced.",
      ["Wladimir Putin = Vladimir Putin"],
    ],
    [
      "spelt alike, not otherwise",
      "Vladimir Putin sprach.",
      "Vladimir Putin met Wladimir Putin.",
      ["Vladimir Putin = Vladimir Putin"],
    ],
    [
      "in another script, beside other words",
      "Вчера Владимир Путин говорил.",
      "In Moscow the tired Vladimir Putin danced.",
      ["Владимир Путин = Vladimir Putin"],
    ],
    ["of two people", "Angela Merkel sprach.", "Vladimir Putin danced.", []],
  ])("in two languages: %s", (_name, page, corpus, pairs) => {
    expect(pairsOf(page, corpus, true)).toEqual(pairs);
  });
});
