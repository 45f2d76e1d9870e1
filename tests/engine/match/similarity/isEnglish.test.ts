import { expect, it } from "vitest";
import { isEnglish } from "../../../../src/engine/match/similarity/isEnglish.ts";
import { prepared } from "../preparedTexts.ts";

const words = (known: number, unknown: number) =>
  [...new Array(known).fill("minister"), ...new Array(unknown).fill("zqxvwkjp")].join(" ");

it.each([
  ["six in ten letters are in known words", words(6, 4), true],
  ["half of them are", words(5, 5), false],
  ["most are in light words", "the they with from zqxv", true],
  ["most are in words of weight", "minister president zqxv", true],
  ["hardly any are", "zqxv zqxv the", false],
])("a statement of which %s counts as English or not", (_name, text, is) => {
  expect(isEnglish(prepared(text))).toBe(is);
});
