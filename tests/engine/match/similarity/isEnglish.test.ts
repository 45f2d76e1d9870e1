import { expect, it } from "vitest";
import { isEnglish } from "../../../../src/engine/match/similarity/isEnglish.ts";
import { prepared } from "../preparedTexts.ts";

const words = (known: number, unknown: number) =>
  [...new Array(known).fill("minister"), ...new Array(unknown).fill("zqxvwkjp")].join(" ");

it.each([
  ["seven in ten letters are in known words", words(7, 3), true],
  ["six in ten are", words(6, 4), false],
  ["most are in light words", "the they with from they the zqxv", true],
  ["most are in words of weight", "minister president minister zqxv", true],
  ["hardly any are", "zqxv zqxv the", false],
  ["the others are names", "the Vqxzwkjpt met Anna Zqxvwkjpt", true],
  ["the first one may be a name", "Zqxvwkjpt met a minister", true],
  ["unknown ones follow a name", "the minister Anna zqxvwkjp qzxwvkj", false],
  ["all are names", "Zqxvwkjpt", false],
])("a statement of which %s counts as English or not", (_name, text, is) => {
  expect(isEnglish(prepared(text))).toBe(is);
});
