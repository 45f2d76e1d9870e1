import { describe, expect, it } from "vitest";
import {
  createLibrary,
  openSegment,
  withoutArticles,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import { termHash } from "../../../src/engine/library/termHash.ts";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { readingOf } from "./readingBuilder.ts";

const talks = readingOf("talks", ["Ministers met in Moscow.", "The grain harvest failed."]);
const harvest = readingOf("harvest", ["Grain prices rose after the harvest failed."]);
const both = openSegment(writeSegment([talks, harvest]));
const grain = termHash("stem", "grain");
const ids = (...all: string[]) => new Set(all as ArticleId[]);

describe("a segment without some of its articles", () => {
  const library = createLibrary([withoutArticles(both, ids("talks", "unknown"))]);

  it("no longer leads to them, and counts without them", () => {
    expect(library.articleCount).toBe(1);
    expect(library.passageCount).toBe(2);
    expect(library.articles).toEqual([harvest.article]);
    expect(library.documentFrequency(grain)).toBe(1);
    const found: number[] = [];
    library.visitPassages("terms", grain, 10, (passage) => found.push(passage));
    expect(found.map((passage) => library.passage(passage).text)).toEqual([harvest.article.body]);
  });

  it("keeps its numbers, so that nothing has to be written anew", () => {
    expect(library.passageEnd).toBe(both.passageCount);
    expect(library.passage(4).id).toBe("harvest:1");
  });

  it("may lose more later", () => {
    const none = withoutArticles(withoutArticles(both, ids("talks")), ids("harvest"));
    expect(createLibrary([none]).articles).toEqual([]);
    expect(createLibrary([none]).documentFrequency(grain)).toBe(0);
  });

  it("is the same segment where it has none of them", () => {
    expect(withoutArticles(both, ids("unknown"))).toBe(both);
  });

  it("does not keep the article from coming again in a later segment", () => {
    const again = openSegment(writeSegment([talks]));
    const changed = createLibrary([withoutArticles(both, ids("talks")), again]);
    expect(changed.articles.map(({ id }) => id)).toEqual(["harvest", "talks"]);
  });
});
