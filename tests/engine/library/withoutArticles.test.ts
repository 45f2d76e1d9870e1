import { describe, expect, it } from "vitest";
import {
  createLibrary,
  openSegment,
  withoutArticles,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import { addressHashes } from "../../../src/engine/library/pageAddress.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { termHash } from "../../../src/engine/text/termHash.ts";
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
    expect(library.articlesAt(addressHashes(talks.article.urls)).size).toBe(0);
    const page = readingOf("page", ["The grain harvest failed, and grain prices rose after it."]);
    const found = matchPage(page, library, { minScore: 0 }).matches.flatMap((m) => m.references);
    expect(new Set(found.map(({ article }) => article.id))).toEqual(new Set(["harvest"]));
  });

  it("keeps its numbers, so that nothing has to be rewritten", () => {
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

  it("does not prevent the article from coming again in a later segment", () => {
    const again = openSegment(writeSegment([talks]));
    const changed = createLibrary([withoutArticles(both, ids("talks")), again]);
    expect(changed.articles.map(({ id }) => id)).toEqual(["harvest", "talks"]);
  });
});
