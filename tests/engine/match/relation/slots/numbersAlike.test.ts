import { expect, it } from "vitest";
import { numbersCanBeSame } from "../../../../../src/engine/match/relation/slots/numbersAlike.ts";
import { prepared } from "../../preparedTexts.ts";

/** The number of a text, as it is printed there. */
function numberIn(text: string) {
  const { units } = prepared(text);
  const { number, start, end } = units.find((unit) => unit.number !== null)!;
  return { mention: number!, text: text.slice(start, end) };
}

it.each([
  ["40", "40", true],
  ["40", "41", false],
  ["$1.33 billion", "$1.3 billion", true],
  ["$1.35 billion", "$1.3 billion", true],
  ["$1.36 billion", "$1.3 billion", false],
  ["2,499", "2 thousand", true],
  ["2,500", "2 thousand", true],
  ["2,501", "2 thousand", false],
  ["201", "2 hundred", false],
  ["4.34 percent", "4.3 percent", true],
  ["4.36 percent", "4.3 percent", false],
  ["about 90", "100", true],
  ["100", "about 90", true],
  ["about 89", "100", false],
  ["at least 20", "500", true],
  ["at least 20", "19", false],
  ["up to 20", "5", true],
  ["up to 20", "21", false],
  ["at least 20", "up to 30", true],
  ["at least 90", "at least 100", true],
  ["at least 89", "at least 100", false],
  ["up to 90", "up to 100", true],
  ["up to 89", "up to 100", false],
  ["20 to 30", "25", true],
  ["20 to 30", "30", true],
  ["20 to 30", "31", false],
  ["20 to 30", "30 to 40", true],
  ["20 to 30", "31 to 40", false],
])("%s and %s can be one number: %s", (one, other, canBe) => {
  const [a, b] = [one, other].map((text) => numberIn(`They counted ${text} there.`));
  expect(numbersCanBeSame(a!, b!)).toBe(canBe);
  expect(numbersCanBeSame(b!, a!)).toBe(canBe);
});

it.each([
  ["2億1000万", 210_000_000, 214_000_000, true],
  ["2億1000万", 210_000_000, 216_000_000, false],
  ["3 bin 500", 3500, 3549, true],
  ["3 bin 500", 3500, 3900, false],
])("%s, whose last digits stand apart, is as exact as these", (text, value, other, canBe) => {
  const mention = {
    start: 0,
    end: text.length,
    value,
    upper: null,
    unit: null,
    bound: "exact",
  } as const;
  const exact = { mention: { ...mention, value: other }, text: String(other) };
  expect(numbersCanBeSame({ mention, text }, exact)).toBe(canBe);
});
