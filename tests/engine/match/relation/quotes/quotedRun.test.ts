import { expect, it } from "vitest";
import { readStatement } from "../../../../../src/engine/extract/readStatement.ts";
import { preparePassage } from "../../../../../src/engine/match/candidates/preparedPassage.ts";
import { sharesWholeQuote } from "../../../../../src/engine/match/relation/quotes/quotedRun.ts";
import { prepared } from "../../preparedTexts.ts";

// Each word that is no light one tells ten bits.
it.each([
  ["He saw a “quiet harbour gift”.", "It is “no quiet harbour gift to us”, he said.", true, true],
  ["He saw a “quiet harbour”.", "It is “no quiet harbour gift to us”, he said.", true, false],
  ["It is “no quiet harbour gift to us”, he said.", "He saw a “quiet harbour gift”.", true, true],
  ["It is “no quiet harbour gift to us”, he said.", "He saw a “quiet harbour”.", true, false],
  ["He saw a “quiet harbour gift”.", "It is “no quiet harbour gift to us”, he said.", false, false],
  ["A “quiet old harbour gift”.", "It is “no quiet old harbour gift to us”, he said.", false, true],
  ["He saw a “quiet harbour gift”.", "It is “no quiet gift of a harbour”, he said.", true, false],
  ["He saw a “quiet harbour gift”.", "It is no quiet harbour gift, he said.", true, false],
  ["A quiet town saw a “harbour gift”.", "A quiet town saw a “harbour gift”.", true, false],
])("%s %s Of one matter: %s, they share a whole quote: %s", (page, corpus, isOne, shares) => {
  expect(sharesWholeQuote(prepared(page), prepared(corpus), isOne)).toBe(shares);
});

it.each([
  ["quiet harbour gift", 6, true, true],
  ["quiet harbour gift", 5.8, true, false],
  ["quiet old harbour gift", 10, false, true],
  ["quiet old harbour gift", 9.9, false, false],
])("“%s”, each word telling %f bits, of one matter (%s): %s", (quote, bits, isOne, shares) => {
  const weights = { of: () => bits, ofWord: () => bits };
  const told = (text: string) => preparePassage(readStatement(text), weights);
  const page = told(`He saw a “${quote}”.`);
  expect(sharesWholeQuote(page, told(`It is “no ${quote} to us”, he said.`), isOne)).toBe(shares);
});
