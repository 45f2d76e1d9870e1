import { describe, expect, it } from "vitest";
import { isStopword, stem } from "../../../src/engine/text/stems.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";

function folded(text: string): string {
  return tokenise(text)
    .map((token) => token.folded)
    .join(" ");
}

const cases: readonly (readonly [string, string, string])[] = [
  ["case and punctuation", "Hello, World!", "hello , world !"],
  ["diacritics", "Çavuşoğlu Müller Łódź Ørsted Isıl", "cavusoglu muller lodz orsted isil"],
  [
    "the possessive",
    "Russia's Turkey’s workers' don't O'Brien",
    "russia turkey workers ' don't o'brien",
  ],
  ["initials", "the U.S. and the U.N. at 5 a.m.", "the usa and the un at 5 am"],
  ["the country and the pronoun", "US told us", "usa told us"],
  ["hyphenated words", "U.S.-led al-Nusra", "usa - led al - nusra"],
  ["numbers", "1,500 3.5 July 15th 5bn 20km 1,5", "1500 3.5 july 15 5 bn 20 km 1.5"],
  ["words with digits", "F16 G20 1990s", "f16 g20 1990s"],
  ["scripts without spaces", "東京 タワー", "東京 タワー"],
  [
    "numbers in scripts without capitals",
    "約3,500人が 35億ユーロ 1.5万户 12일 2億1000万円 و15",
    `約 3500 人が 35 億 ユーロ 1.5 万 户 12 ${"일".normalize("NFD")} 2 億 1000 万 円 و 15`,
  ],
  ["a stop that ends a sentence", "It ended. A B", "it ended . a b"],
];

describe("tokens", () => {
  it.each(cases)("fold %s", (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it("keep their places in the text", () => {
    const text = "Turkey’s 1,500 men";
    expect(tokenise(text).map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ["Turkey’s", "word"],
      ["1,500", "number"],
      ["men", "word"],
    ]);
  });
});

describe("stems", () => {
  it("are the same for forms of one word", () => {
    expect(stem("coordinating")).toBe(stem("coordinate"));
    expect(stem("talks")).toBe("talk");
  });

  it("leave tokens that are not plain words as they are", () => {
    expect(stem("2018")).toBe("2018");
    expect(stem("don't")).toBe("don't");
  });

  it("know function words, and that negations are content", () => {
    expect(isStopword("the")).toBe(true);
    expect(isStopword("not")).toBe(false);
  });
});
