import { expect, it } from "vitest";
import { isExchangedWish } from "../../../../../src/engine/match/relation/actions/exchangedWishes.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../../preparedTexts.ts";

function isWishIn(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return isExchangedWish(sidesOf(page, corpus, pairs, alignment));
}

it.each([
  ["The president threatened to put tariffs on steel.", "The president imposed tariffs on steel."],
  ["The firm launched the plant in May.", "The firm hopes to open the plant in May."],
])("one only wishes what the other did: %s %s", (page, corpus) => {
  expect(isWishIn(page, corpus)).toBe(true);
  expect(isWishIn(corpus, page)).toBe(true);
});

it.each([
  [
    "a plan and what will be",
    "The firm plans to axe 400 jobs in Bremen.",
    "The firm will cut 400 jobs in Bremen.",
  ],
  [
    "a plan and what may be one",
    "The firm plans to axe 400 jobs in Bremen.",
    "The firm is cutting 400 jobs in Bremen.",
  ],
  [
    "two decisions",
    "The ministers agreed to pull their troops out of Orsha.",
    "The ministers decided to withdraw their troops from Orsha.",
  ],
  [
    "two wishes",
    "The president threatened to put tariffs on steel.",
    "The president vowed to impose tariffs on steel.",
  ],
  [
    "what somebody was able to do",
    "The firm was able to get the loan in May.",
    "The firm received the loan in May.",
  ],
  [
    "what somebody agreed to",
    "The firm agreed to take over the plant.",
    "The firm bought the plant.",
  ],
  [
    "a refusal",
    "The president threatened to put tariffs on steel.",
    "The president refused to impose tariffs on steel.",
  ],
])("%s may be one thing", (_, page, corpus) => {
  expect(isWishIn(page, corpus)).toBe(false);
  expect(isWishIn(corpus, page)).toBe(false);
});
