import { describe, expect, it } from "vitest";
import { findFigures } from "../../../src/engine/facts/figures/figures.ts";
import { figureWords } from "../../../src/engine/facts/figures/figureWords.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";

/** Wednesday, 13 March 2019. */
const today = "2019-03-13";

/** Each number as "bound value unit", and each date as its value. */
function figures(language: string, text: string): readonly string[] {
  const found = findFigures(text, tokenise(text), today, figureWords(language)!);
  const numbers = found.numbers.map(({ value, upper, unit, bound }) =>
    [bound === "exact" ? "" : bound, upper === null ? value : `${value}-${upper}`, unit ?? ""]
      .join(" ")
      .trim(),
  );
  return [...numbers, ...found.dates.map(({ value }) => String(value))];
}

describe("numbers in digits", () => {
  it.each([
    ["it", "Circa 6.200 persone, il 52,4 per cento", ["about 6200", "52.4 percent"]],
    ["it", "oltre 3,5 miliardi di euro e 30mila case", ["atLeast 3500000000 EUR", "30000"]],
    ["it", "un 62enne alle 7.40, le 14:30 e il Covid-19", []],
    ["pt", "3,5 mil milhões de euros ou 3,5 bilhões", ["3500000000 EUR", "3500000000"]],
    ["pt", "2841 votos, mais de 1.200 empregos", ["2841", "atLeast 1200"]],
    ["nl", "zo'n 40.000 reizigers, 2,3 miljoen dollar", ["about 40000", "2300000 USD"]],
    ["pl", "ponad 3,5 tys. dokerów i ok. 19 mln euro", ["atLeast 3500", "about 19000000 EUR"]],
    ["pl", "około 40 tys. pasażerów, 1 200 000 zł", ["about 40000", "1200000 PLN"]],
    ["uk", "понад 5 тис. будинків, 1,5 млрд гривень", ["atLeast 5000", "1500000000 UAH"]],
    ["uk", "71-річний чоловік, 2-й раунд", ["71"]],
    ["cs", "v 2. kole získal 52,4 procenta", ["52.4 percent"]],
    ["hi", "3.8 करोड़ यूरो, 27 लाख कंटेनर", ["38000000 EUR", "2700000"]],
    ["hi", "300 से ज़्यादा लोग, 1,20,000 घर, १५ घर", ["atLeast 300", "120000", "15"]],
    ["ja", "約3500人、2億1000万ユーロ、1万5000世帯", ["about 3500", "210000000 EUR", "15000"]],
    ["ja", "300人以上が午前7時40分に第3会場で", ["atLeast 300"]],
    [
      "zh",
      "约1900万欧元，3500多名，1.5万户，上涨27%",
      ["about 19000000 EUR", "atLeast 3500", "15000", "27 percent"],
    ],
    ["zh", "5至7人", ["5-7"]],
    ["ko", "약 3만5000명, 2억 달러", ["about 35000", "200000000 USD"]],
    ["fa", "۱٫۵ میلیون نفر", ["about 1500000"]],
    ["sv", "drygt 2,5 miljoner kronor", ["atLeast 2500000 SEK"]],
    ["sv", "1 500 hus", ["1500"]],
  ])("in %s: %s", (language, text, expected) => {
    expect(figures(language, text)).toEqual(expected);
  });

  it("are approximate if they are round and the words for that are not known", () => {
    expect(figures("fi", "yli 300 taloa ja 2841 ääntä")).toEqual(["about 300", "2841"]);
  });
});

describe("dates in digits", () => {
  it.each([
    ["it", "il 9 marzo, nell'ottobre 2023, dal 1993", ["2019-03-09", "2023-10", "1993"]],
    ["pt", "a 27 de maio de 2026", ["2026-05-27"]],
    ["pl", "9 marca 2019 r., 12.03.2019", ["2019-03-09", "2019-03-12"]],
    ["uk", "9 березня", ["2019-03-09"]],
    ["cs", "9. března", ["2019-03-09"]],
    ["hi", "27 मई और 3 मार्च", ["2019-05-27", "2019-03-03"]],
    ["ja", "3月4日、2023年10月、1958年に、8日の", ["2019-03-04", "2023-10", "1958", "null"]],
    ["zh", "2027年3月31日", ["2027-03-31"]],
    ["ko", "3월 7일", ["2019-03-07"]],
  ])("in %s: %s", (language, text, expected) => {
    expect(figures(language, text)).toEqual(expected);
  });

  it.each([
    ["it", "lunedì a Roma", ["2019-03-11"]],
    ["pt", "na quarta-feira, no sábado", ["2019-03-13", "2019-03-09"]],
    ["pl", "w środę, do piątku", ["2019-03-13", "2019-03-08"]],
    ["uk", "до п'ятниці", ["2019-03-08"]],
    ["hi", "बुधवार को", ["2019-03-13"]],
    ["zh", "周二，", []],
    ["ro", "timp de cinci luni, marți", ["2019-03-12"]],
    ["vi", "lần thứ ba", []],
  ])("or as a weekday, which is the last one, in %s: %s", (language, text, expected) => {
    expect(figures(language, text)).toEqual(expected);
  });

  it("are no years if they are round, or count something", () => {
    expect(figures("it", "2000 case, 1958 euro")).toEqual(["2000", "1958 EUR"]);
  });
});

it("English, and a language that is not known, have no figures of their own", () => {
  expect(figureWords("en")).toBeNull();
  expect(figureWords("xx")).toBeNull();
  expect(figureWords("not a tag")).toBeNull();
});
