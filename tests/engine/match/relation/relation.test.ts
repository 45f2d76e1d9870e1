import { describe, expect, it } from "vitest";
import { wordRelation } from "../../../../src/engine/match/relation/relation.ts";
import { compared } from "../preparedTexts.ts";

const words =
  "harvest river bridge mayor tractor winter barley letter window garden engine market sailor copper ladder candle pepper kitchen".split(
    " ",
  );
const others =
  "orchard tunnel violin basket dentist marble rocket saddle turtle velvet wagon walnut zebra cactus".split(
    " ",
  );
const first = (count: number) => words.slice(0, count).join(" ");
const other = (count: number) => others.slice(0, count).join(" ");

/** The words of a text, its second half before its first. */
const halves = (text: string) => {
  const all = text.split(" ");
  const middle = Math.ceil(all.length / 2);
  return [...all.slice(middle), ...all.slice(0, middle)].join(" ");
};

interface Given {
  readonly bits?: number;
  readonly strength?: number;
  readonly likeness?: number;
  readonly farDays?: number;
  readonly speakerSame?: number;
}

/** The kind of relation of two texts that share the given bits, in pairs of the given strength. */
function kindOf(page: string, corpus: string, given: Given = {}) {
  const { bits = 60, strength, ...known } = given;
  const { page: one, corpus: two, pairs, alignment, features } = compared(page, corpus);
  const paired = pairs.map((pair) => ({ ...pair, strength: strength ?? pair.strength }));
  const shared = { ...features, ...known, rawBits: bits / 60 };
  return wordRelation(one, two, paired, () => alignment, shared)?.kind ?? null;
}

describe("the same words", () => {
  it.each([
    [18.5, "whole"],
    [18, "whole"],
    [17.5, null],
  ])("that are the whole of both and tell %f bits: %s", (bits, kind) => {
    expect(kindOf(first(5), first(5), { bits })).toBe(kind);
  });

  it.each([
    [26.5, "whole"],
    [25.5, null],
  ])("within a longer text that tell %f bits: %s", (bits, kind) => {
    expect(kindOf(first(10), `${first(10)} ${other(9)}`, { bits })).toBe(kind);
  });

  it.each([
    [8, "whole"],
    [7, null],
  ])("%i of them within a longer text: %s", (count, kind) => {
    expect(kindOf(first(count), `${first(count)} ${other(9)}`)).toBe(kind);
  });

  it.each([
    [8, 2, "run"],
    [8, 3, null],
    [9, 3, "run"],
    [9, 4, null],
  ])("%i in a run, beside %i of the page: %s", (same, more, kind) => {
    expect(
      kindOf(`${first(same)} ${other(more)}`, `${first(same)} ${words.slice(9, 18).join(" ")}`),
    ).toBe(kind);
  });
});

describe("a run of the same words", () => {
  it("ends at another form of a word", () => {
    const page = first(9);
    expect(kindOf(page, `${page.replace("winter", "winters")} ${other(9)}`)).not.toBe("whole");
    expect(kindOf(page, `${page} ${other(9)}`)).toBe("whole");
  });

  it("ends at a word that the corpus puts in", () => {
    expect(kindOf(first(9), `${first(9).replace("winter", "cactus winter")} ${other(9)}`)).not.toBe(
      "whole",
    );
  });

  it("is not needed where eight words are in one order", () => {
    expect(kindOf(halves(first(16)), first(16))).toBe("near");
    expect(kindOf(halves(first(14)), first(14))).toBeNull();
  });
});

describe("a whole quote of few words", () => {
  const [page, corpus] = [
    "He saw a “river bridge mayor”.",
    "It is “a river bridge mayor”, he said.",
  ];

  it.each<[string, Given, string | null]>([
    ["in two articles about one matter", { likeness: 0.1, farDays: 0 }, "run"],
    ["in two that may be", { likeness: 0.12, farDays: 0 }, "run"],
    ["in two articles that are less alike", { likeness: 0.08, farDays: 0 }, null],
    ["in two articles of other days", { likeness: 0.5, farDays: 1 }, null],
    ["of one speaker", { likeness: 0, farDays: 1, speakerSame: 1 }, "run"],
    ["of nobody knows whom", { likeness: 0, farDays: 0 }, null],
  ])("%s", (_name, given, kind) => {
    expect(kindOf(page!, corpus!, given)).toBe(kind);
  });
});

describe("lightly edited words", () => {
  it.each([
    [16, 5, 1, "near"],
    [16, 7, 1, null],
    [16, 5, 0.85, "near"],
    [16, 5, 0.8, "near"],
    [16, 0, 0.7, null],
  ])("%i of them moved, %i replaced, paired with strength %f: %s", (same, more, strength, kind) => {
    const page = `${first(same)} ${other(more)}`.trim();
    const corpus = `${halves(first(same))} ${others.slice(7, 7 + more).join(" ")}`.trim();
    expect(kindOf(page, corpus, { strength })).toBe(kind);
  });

  /** The words with every nth replaced, so that no long run is left. */
  const scattered = (count: number, replaced: readonly number[]) =>
    words
      .slice(0, count)
      .map((word, place) => (replaced.includes(place) ? others[place % 7]! : word))
      .join(" ");

  it.each([
    [[3, 7], "near"],
    [[3, 5, 7], null],
  ])("within quotes, words %j replaced, in sentences else unlike: %s", (replaced, kind) => {
    const page = `${words.slice(11, 18).join(" ")}: “${first(10)}”`;
    const corpus = `“${scattered(10, replaced)}” ${others.slice(7).join(" ")}`;
    expect(kindOf(page, corpus)).toBe(kind);
  });

  it.each([
    [9, 8, "near"],
    [9, 10, null],
  ])("all %i of the corpus within a page that says %i more: %s", (count, more, kind) => {
    expect(kindOf(`${first(count)} ${other(more)}`, first(count))).toBe(kind);
  });

  it("most of the one within a longer other are not enough", () => {
    const page = `${first(8)} ${other(7)}`;
    const corpus = `${first(8)} ${others.slice(7, 10).join(" ")}`;
    expect(kindOf(page, corpus)).toBeNull();
  });
});
