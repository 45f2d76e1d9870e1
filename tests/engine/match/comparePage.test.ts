import { describe, expect, it } from "vitest";
import {
  comparePage,
  isMatchable,
  type PairSearch,
} from "../../../src/engine/match/comparePage.ts";
import type { ReadPassage } from "../../../src/engine/model/index.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { handMadeMeaning } from "./handMadeMeaning.ts";
import { libraryOf } from "./libraryOf.ts";

const harvest =
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.";
const museum = "Visitors from the capital admired an exhibition of porcelain and glass.";

/** The pairs of a page and an article, as the beginnings of their texts. */
function pairsOf(
  page: readonly string[],
  article: readonly string[],
  search: Partial<PairSearch> & { readonly cosines?: Readonly<Record<string, number>> } = {},
) {
  const reading = readingOf("page", page, { title: "" });
  const library = libraryOf(readingOf("article", article, { title: "" }));
  const { cosines } = search;
  const meaning =
    cosines === undefined
      ? null
      : handMadeMeaning(reading, library, (i, text) => {
          return cosines[`${reading.passages[i]!.text} / ${text}`] ?? 0;
        });
  return comparePage(reading, library, { ...search, meaning }).map(
    ({ pagePassage, stored, evidence }) =>
      [
        reading.passages[pagePassage]!.text.slice(0, 12),
        stored.text.slice(0, 12),
        ...evidence,
      ].join(" / "),
  );
}

describe("a pair that its words rule out", () => {
  it.each([
    [0.36, ["The wheat ha / Visitors fro / meaning"]],
    [0.34, []],
  ])("is compared where its vectors have a cosine of %f: %j", (cosine, pairs) => {
    const cosines = { [`${harvest} / ${museum}`]: cosine };
    expect(pairsOf([harvest], [museum], { least: 0, cosines })).toEqual(pairs);
  });
});

it.each([
  ["words", harvest, undefined, ["words"]],
  ["words and vectors", harvest, { [`${harvest} / ${harvest}`]: 0.9 }, ["words", "meaning"]],
  ["vectors", museum, { [`${harvest} / ${museum}`]: 0.9 }, ["meaning"]],
])("a pair found by %s says so", (_name, stored, cosines, evidence) => {
  const known = cosines === undefined ? {} : { cosines: cosines as Record<string, number> };
  expect(pairsOf([harvest], [stored], known)).toEqual([
    ["The wheat ha", stored.slice(0, 12), ...evidence].join(" / "),
  ]);
});

describe("what is printed beside a pair", () => {
  const beside = "Traders in the port expect the price of wheat to double before Christmas.";
  const also = "The price of bread will not double, a baker in the port promised.";

  it("is compared where the pair has close wording, however unlikely", () => {
    const pairs = pairsOf([harvest, beside], [harvest, also], { least: 20 });
    expect(pairs).toContain("Traders in t / The price of / words");
    expect(pairsOf([beside], [also], { least: 20 })).toEqual([]);
  });

  it("is compared where the pair is likely", () => {
    const page = [
      "The driest spring in forty years ruined the wheat harvest of the Orsha valley.",
      "Traders expect the price of wheat to double.",
    ];
    const article = [harvest, "A baker promised a low price."];
    expect(pairsOf(page, article, { least: 2 })).toHaveLength(2);
    expect(pairsOf(page, article, { least: 2.5 })).toHaveLength(1);
    expect(pairsOf(page.slice(1), article.slice(1), { least: 2 })).toEqual([]);
  });
});

it.each([
  [1999, true],
  [2000, false],
])(
  "a page is compared up to its two thousandth passage: one after %i others is found, %s",
  (count, isFound) => {
    const others = Array.from({ length: count }, () => "It rained.");
    const page = readingOf("page", [...others, harvest], { title: "" });
    const passages = page.passages.filter((passage) => passage.in === "body");
    const library = libraryOf(readingOf("article", [harvest], { title: "" }));
    expect(comparePage({ ...page, passages }, library)).toHaveLength(isFound ? 1 : 0);
  },
);

it.each([
  ["a statement", { isClaim: true }, true],
  ["a quote", { isQuoted: true }, true],
  ["a title", { in: "title" }, true],
  ["none of these", {}, false],
] as const)("of a page, %s is compared: %s", (_name, known, isCompared) => {
  const [passage] = readingOf("page", []).passages;
  const plain = { ...passage!, in: "body", isClaim: false, isQuoted: false } as const;
  expect(isMatchable({ ...plain, ...known } as ReadPassage)).toBe(isCompared);
});
