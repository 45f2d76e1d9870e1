import { describe, expect, it } from "vitest";
import { alignSoftly } from "../../../../src/engine/match/similarity/softAlignment.ts";
import { statementWords } from "../../../../src/engine/match/similarity/statementWords.ts";
import { evenWeights, prepared } from "../preparedTexts.ts";

const wordsOf = (text: string) => statementWords(prepared(text), evenWeights).words;

/** The words that are paired, given how similar some of them are; others have nothing in common. */
function pairsOf(one: string, other: string, similar: Readonly<Record<string, number>>) {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const table = Float64Array.from(
    a.flatMap((word) => b.map((its) => similar[`${word.folded} ${its.folded}`] ?? 0)),
  );
  return alignSoftly(a, b, table, 0.5).map(
    (pair) => `${a[pair.one]!.folded} ${b[pair.other]!.folded}`,
  );
}

describe("of two words that are nearly as similar", () => {
  const among = (barn: number) =>
    pairsOf("old mill", "old barn tower", {
      "old old": 1,
      "mill barn": barn,
      "mill tower": 0.74,
    })[1];

  it("the one with the same neighbour is paired", () => {
    expect(among(0.7)).toBe("mill barn");
    expect(among(0.68)).toBe("mill tower");
  });

  it("one with other neighbours is not", () => {
    const similar = { "mill barn": 0.7, "mill tower": 0.74 };
    expect(pairsOf("old mill", "new barn tower", similar)).toEqual(["mill tower"]);
  });

  it("the one in the same place is paired", () => {
    const far = (tower: number) =>
      pairsOf("mill owls kites geese", "barn ducks swans tower", {
        "mill barn": 0.7,
        "mill tower": tower,
      });
    expect(far(0.71)).toEqual(["mill barn"]);
    expect(far(0.72)).toEqual(["mill tower"]);
  });
});

it("of two words as far away by share, the one at the same index is paired", () => {
  const similar = { "mill tower": 0.7, "barn tower": 0.7 };
  expect(pairsOf("kites mill owls barn", "geese ducks swans tower doves cranes", similar)).toEqual([
    "barn tower",
  ]);
});

it.each([
  [0.5, ["mill barn"]],
  [0.49, []],
])("words with a similarity of %f are paired or not", (similarity, pairs) => {
  expect(pairsOf("mill", "barn", { "mill barn": similarity })).toEqual(pairs);
});
