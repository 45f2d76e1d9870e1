import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partlyReadSegment } from "../../src/archive/search/partlyRead.ts";
import { bytesOfOutline, outlineOfBytes } from "../../src/archive/stored/outlineBytes.ts";
import { packed, unpacked } from "../../src/archive/stored/packedBytes.ts";
import { bytesOfRows, rowsOfBytes } from "../../src/archive/stored/readingBytes.ts";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { outlineOf } from "../../src/engine/library/articleOutline.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import { keysOfPassages } from "../../src/engine/library/passageKeys.ts";
import { SegmentRows } from "../../src/engine/library/rowReader.ts";
import { rowsOf } from "../../src/engine/library/rowWriter.ts";
import { openSegment } from "../../src/engine/library/segmentReader.ts";
import { createPageMatch, matchPage } from "../../src/engine/match/matcher.ts";
import type { Article, ArticleId } from "../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";
import { generatedArticles, retold } from "./generatedArticles.ts";

const articles = generatedArticles(40);
const readings = articles.map(readArticle);
const outlines = readings.map((reading) => outlineOf(reading, keysOfPassages(reading)));

/** An article's rows as an archive gives them back. */
function rowsOfId(id: ArticleId): SegmentRows {
  const reading = readings.find(({ article }) => article.id === id)!;
  return new SegmentRows(rowsOfBytes(bytesOfRows(rowsOf(reading))));
}

/** Articles that share a few words with the others, and say nothing that they say. */
function fillers(count: number): readonly Article[] {
  const common = ["residents complained", "families warned", "engineers found", "crowns listened"];
  return Array.from({ length: count }, (_, at): Article => {
    const own = Array.from({ length: 14 }, (_, i) => `zq${at.toString(36)}x${i.toString(36)}v`);
    return {
      ...articles[0]!,
      id: `filler-${at}` as ArticleId,
      title: `Title ${own[0]} ${own[1]}`,
      urls: [`https://filler.example/${at}`],
      outlet: { name: `Filler ${at}`, domain: null },
      body: common.map((words) => `Some ${words} ${own.join(" ")} ${words.length}.`).join("\n\n"),
    };
  });
}

describe("an outline", () => {
  it("comes back from its bytes as it was", () => {
    for (const outline of outlines) {
      expect(outlineOfBytes(bytesOfOutline(outline))).toEqual(outline);
    }
  });

  it("of any bytes gives an outline or an error, and never hangs", () => {
    const bytes = bytesOfOutline(outlines[0]!);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, end) => {
        const broken = bytes.slice(0, Math.max(at + 1, end));
        broken[at] = value;
        try {
          outlineOfBytes(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});

it("packed bytes come back, and are fewer", () => {
  const plain = bytesOfRows(rowsOf(readings[0]!));
  expect(unpacked(packed(plain))).toEqual(plain);
  expect(packed(plain).length).toBeLessThan(plain.length * 0.7);
});

it("packed bytes are not opened if they say that they are endless", () => {
  const bytes = packed(bytesOfRows(rowsOf(readings[0]!)));
  new DataView(bytes.buffer).setUint32(0, 0xffff_ffff, true);
  expect(() => unpacked(bytes)).toThrow(RangeError);
});

describe("the rows of an article", () => {
  const unusual = readArticle({
    ...articles[0]!,
    title: "Half of a pair \ud83d 😀",
    body: "On 3 May 2018 Anna Alderman paid between 3 and 5.5 million crowns, 東京 said.",
  });

  it("come back from their bytes as they were", () => {
    for (const reading of [...readings, unusual]) {
      const rows = rowsOf(reading);
      expect(rowsOfBytes(bytesOfRows(rows))).toEqual(rows);
    }
  });

  it("of any bytes are rows or an error, and never hang", () => {
    const bytes = bytesOfRows(rowsOf(unusual));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, end) => {
        const broken = bytes.slice(0, Math.max(at + 1, end));
        broken[at] = value;
        try {
          new SegmentRows(rowsOfBytes(broken)).passage(0);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe("a segment of outlines", () => {
  // The whole library has many articles more, in which only some of the page's words are common.
  const library = createLibrary([openSegment(segmentOfArticles([...articles, ...fillers(150)]))]);
  const statistics = {
    passageCount: library.passageCount,
    meanTerms: library.meanTerms,
    documentFrequency: (hash: number) => library.documentFrequency(hash),
  };

  it("asks for the texts of few articles, and gives the whole library's report with them", () => {
    let asked = 0;
    for (const page of articles.slice(0, 8).map((article) => readArticle(retold(article)))) {
      const { segment, unread, read } = partlyReadSegment(outlines, keysOfPassages(page));
      const match = createPageMatch(page, createLibrary([segment], statistics));
      for (match(); unread.size > 0; match()) {
        asked += unread.size;
        for (const id of unread) read(rowsOfId(id));
        unread.clear();
      }
      const expected = matchPage(page, library);
      expect(expected.matches).not.toHaveLength(0);
      expect(match()).toEqual(expected);
    }
    expect(asked / 8).toBeLessThan(articles.length / 2);
  });

  it("takes no text that is parted into other passages than its outline", () => {
    const { segment, unread, read } = partlyReadSegment(outlines, []);
    const [first, second] = readings as [(typeof readings)[0], (typeof readings)[0]];
    const longer = { ...articles[0]!, body: `Hardly anyone knew. ${articles[0]!.body}` };
    const rows = new SegmentRows(rowsOf(readArticle(longer)));
    expect([read(rows), read(rowsOfId(second.article.id))]).toEqual([false, true]);
    segment.rows.passage(0);
    expect([...unread]).toEqual([first.article.id]);
    expect(segment.rows.passage(first.passages.length).text).toBe(second.passages[0]!.text);
  });

  it("weighs by the figures that it is given, not by its own", () => {
    const page = readArticle(retold(articles[0]!));
    const segment = openSegment(segmentOfArticles(articles));
    const [given, own] = [createLibrary([segment], statistics), createLibrary([segment])];
    expect(matchPage(page, given)).toEqual(matchPage(page, library));
    expect(matchPage(page, own)).not.toEqual(matchPage(page, library));
  });
});
