import { describe, expect, it } from "vitest";
import {
  createLibrary,
  type Library,
  openSegment,
  SegmentError,
  verifySegment,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import { addressHashes } from "../../../src/engine/library/pageAddress.ts";
import { quoteContext } from "../../../src/engine/model/index.ts";
import { termHash } from "../../../src/engine/text/termHash.ts";
import { readingOf } from "./readingBuilder.ts";

const talks = readingOf("talks", [
  {
    text: "On Saturday 12 ministers met in Moscow.",
    speaker: "Sergey Lavrov",
    role: "Russian Foreign Minister",
    via: ["TASS", "a diplomat"],
    names: [{ start: 32, end: 38, canonical: "Moscow", key: "moscow", kind: "place" }],
    dates: [{ start: 3, end: 11, value: "2018-12-29", precision: "day", relative: true }],
    numbers: [{ start: 12, end: 14, value: 12, upper: null, unit: "minist", bound: "exact" }],
  },
  "The grain harvest failed in the southern valleys, farmers said.",
]);
const harvest = readingOf(
  "harvest",
  ["Grain prices rose after the harvest failed. 🌾 “Dearer bread”…"],
  {
    urls: [],
    published: null,
    agencies: ["Reuters", "AP"],
    byline: "Staff and agencies",
  },
);

describe("a segment", () => {
  it("returns the articles that were written", () => {
    const segment = openSegment(writeSegment([talks, harvest]));
    expect([segment.rows.article(0), segment.rows.article(1)]).toEqual([
      talks.article,
      harvest.article,
    ]);
  });

  it("returns the source of an article", () => {
    const source = { kind: "feed", name: "feeds.example" } as const;
    const readings = [readingOf("talks", ["Ministers met."], { source }), harvest];
    const segment = openSegment(writeSegment(readings));
    expect(segment.rows.head(0).source).toEqual(source);
    expect(segment.rows.head(1)).not.toHaveProperty("source");
  });

  it("returns passages with their facts, speaker and chain", () => {
    const segment = openSegment(writeSegment([talks, harvest]));
    const { attributions: _, ...expected } = talks.passages[1]!;
    expect(segment.rows.passage(1)).toEqual({
      ...expected,
      id: "talks:1",
      article: 0,
      ordinal: 1,
      negated: false,
      speaker: "Sergey Lavrov",
      role: "Russian Foreign Minister",
      via: ["TASS", "a diplomat"],
    });
    expect(segment.rows.passage(4)).toMatchObject({ id: "harvest:1", text: harvest.article.body });
  });

  it("returns the text around each passage", () => {
    const { rows } = openSegment(writeSegment([talks, harvest]));
    const passages = [talks, harvest].flatMap(({ article, passages: all }) =>
      all.map((passage) => quoteContext(passage, article)),
    );
    expect(passages.map((_, at) => rows.contextOf(at))).toEqual(passages);
    expect(passages.some(({ prefix }) => prefix !== "")).toBe(true);
    expect(passages.some(({ suffix }) => suffix !== "")).toBe(true);
  });

  it("is the same bytes for the same readings", () => {
    expect(writeSegment([talks, harvest])).toEqual(writeSegment([talks, harvest]));
  });

  it("can be empty", () => {
    const bytes = writeSegment([]);
    verifySegment(bytes);
    expect(openSegment(bytes).passageCount).toBe(0);
    expect(createLibrary([]).passageCount).toBe(0);
  });

  it("opens from a view that is not aligned", () => {
    const bytes = writeSegment([talks]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(openSegment(shifted.subarray(3)).rows.passage(1).text).toBe(talks.passages[1]!.text);
  });
});

describe("opening a segment that cannot be used says why", () => {
  const good = writeSegment([talks, harvest]);
  const changed = (at: number, value: number) => {
    const bytes = good.slice();
    bytes[at] = value;
    return bytes;
  };
  const cases: [string, Uint8Array, string][] = [
    ["no bytes", new Uint8Array(0), "notASegment"],
    ["other bytes", new Uint8Array(1000).fill(7), "notASegment"],
    ["a header only", good.slice(0, 24), "truncated"],
    ["all but the last bytes", good.slice(0, -8), "truncated"],
    ["another layout version", changed(4, 99), "wrongVersion"],
    ["another terms version", changed(8, 99), "wrongVersion"],
    ["a section out of bounds", changed(24 + 3, 0x70), "damaged"],
  ];
  it.each(cases)("%s", (_name, bytes, kind) => {
    expect(kindThrown(() => openSegment(bytes))).toBe(kind);
  });

  it("verifying finds a flipped bit that opening does not look for", () => {
    const at = good.length - 60;
    const flipped = changed(at, good[at]! ^ 1);
    expect(() => openSegment(flipped)).not.toThrow();
    expect(kindThrown(() => verifySegment(flipped))).toBe("damaged");
  });
});

describe("a library", () => {
  const one = createLibrary([openSegment(writeSegment([talks, harvest]))]);
  const two = createLibrary([talks, harvest].map((r) => openSegment(writeSegment([r]))));

  it("numbers passages and articles through its segments", () => {
    expect(two.passageCount).toBe(5);
    expect(Array.from({ length: 5 }, (_, i) => two.passage(i))).toEqual(
      Array.from({ length: 5 }, (_, i) => one.passage(i)),
    );
    expect(two.contextOf(4)).toEqual(one.contextOf(4));
    expect(two.articleOf(4)).toBe(1);
    expect(two.passagesOf(1)).toEqual({ first: 3, count: 2 });
  });

  it("adds up statistics and finds passages by term over all segments", () => {
    const grain = termHash("stem", "grain");
    for (const library of [one, two]) {
      expect(library.documentFrequency(grain)).toBe(2);
      expect(passagesWith(library, grain)).toEqual([2, 4]);
    }
    expect([...two.termsOf(4)].sort()).toEqual([...one.termsOf(4)].sort());
  });

  it("finds articles by any of their addresses, however it is written", () => {
    const at = (url: string) => [...two.articlesAt(addressHashes([url]))];
    expect(at("http://m.example.org/talks/?utm_source=x#top")).toEqual([0]);
    expect(at("https://example.org/elsewhere")).toEqual([]);
  });

  it("knows names, days and numbers as terms apart from words", () => {
    expect(passagesWith(one, termHash("name", "moscow"))).toEqual([1]);
    expect(passagesWith(one, termHash("date", "2018-12-29"))).toEqual([1]);
    expect(passagesWith(one, termHash("number", "12"))).toEqual([1]);
  });
});

function passagesWith(library: Library, hash: number): readonly number[] {
  return library.parts.flatMap(({ segment: { terms }, firstPassage }) =>
    Array.from(terms.postingsAt(terms.indexOf(hash)), (passage) => firstPassage + passage),
  );
}

function kindThrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SegmentError) return error.kind;
    throw error;
  }
  return "nothing";
}
