import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary, openSegment, withoutArticles } from "../../../src/engine/library/index.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { createStoryIndex } from "../../../src/engine/stories/storyIndex.ts";
import { ferryArticles, otherArticles } from "../../support/ferryStory.ts";

const bundled = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8")) as Article[];
const all = [...bundled, ...ferryArticles, ...otherArticles];

/** The stories by the ids of their articles, in an order of their own. */
function storiesOf(...segments: readonly (readonly Article[])[]): string[] {
  const library = createLibrary(
    segments.map((articles) => openSegment(segmentOfArticles(articles))),
  );
  return createStoryIndex(library)
    .stories.map((story) =>
      story
        .map((article) => library.articleId(article))
        .sort()
        .join(" "),
    )
    .sort();
}

function idsOf(articles: readonly Article[]): string {
  return articles
    .map(({ id }) => id)
    .sort()
    .join(" ");
}

const dayMs = 86_400_000;

/** The article printed so many days later, at the same time of day. */
function shifted(article: Article, days: number): Article {
  const { published } = article;
  if (published === null || published.precision === "year") return article;
  const day = new Date(Date.parse(`${published.value.slice(0, 10)}T00:00Z`) + days * dayMs);
  const value = day.toISOString().slice(0, 10) + published.value.slice(10);
  return { ...article, published: { ...published, value } };
}

describe("the stories of a library", () => {
  it("are articles about the same events, whatever their outlets", () => {
    const stories = storiesOf(all);
    expect(stories).toContain(idsOf(ferryArticles));
    expect(stories).toContain(idsOf(otherArticles.slice(0, 2)));
    expect(stories.join(" ")).not.toContain(otherArticles[2]!.id);
  });

  it("are the same in whatever order and in how many parts the library has its articles", () => {
    const expected = storiesOf(all);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.nat(all.length),
        (shuffled, cut) => {
          const parts = [shuffled.slice(0, cut), shuffled.slice(cut)];
          expect(storiesOf(...parts.filter(({ length }) => length > 0))).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("are the same when everything was printed some days later", () => {
    const expected = storiesOf(all);
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 4_000 }), (days) => {
        expect(storiesOf(all.map((article) => shifted(article, days)))).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("separate articles that are alike but were printed months apart", () => {
    const [first, ...rest] = ferryArticles;
    const late = rest.map((article) => shifted(article, 200));
    expect(storiesOf([first!, ...late])).toEqual([idsOf(rest)]);
  });

  it("have an article once that is in two corpora", () => {
    expect(storiesOf(all, ferryArticles)).toEqual(storiesOf(all));
  });

  it("leave out what was removed", () => {
    const [first, ...rest] = ferryArticles;
    const segment = openSegment(segmentOfArticles([...ferryArticles, ...bundled]));
    const library = createLibrary([withoutArticles(segment, new Set([first!.id]))]);
    const [story] = createStoryIndex(library).stories.filter((its) => its.length === rest.length);
    expect(idsOf(story!.map((number) => segment.rows.article(number)))).toBe(idsOf(rest));
  });

  it("can be found from an article, and from a page that is not in the library", () => {
    const [page, ...rest] = ferryArticles;
    const library = createLibrary([openSegment(segmentOfArticles([...bundled, ...rest]))]);
    const index = createStoryIndex(library);
    const near = index.storyNear(readArticle(page!));
    expect(
      near
        .map((article) => library.articleId(article))
        .sort()
        .join(" "),
    ).toBe(idsOf(rest));
    expect(index.storyOf(near[0]!)).toEqual(near);
    expect(index.storyNear(readArticle(otherArticles[2]!))).toEqual([]);
  });

  it("are none in an empty library", () => {
    expect(storiesOf()).toEqual([]);
    expect(createStoryIndex(createLibrary([])).storyNear(readArticle(ferryArticles[0]!))).toEqual(
      [],
    );
  });

  it("are no larger than a page can show, and a subject with hundreds of articles takes no longer", () => {
    const many = Array.from({ length: 90 }, (_, i) => ({
      ...ferryArticles[i % ferryArticles.length]!,
      id: `copy-${i}` as Article["id"],
    }));
    const sizes = storiesOf(many).map((story) => story.split(" ").length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60);
    // Where all are equally alike, ids decide which of them are one story.
    const alike = many.map(({ id }) => ({ ...ferryArticles[0]!, id }));
    expect(storiesOf(alike.toReversed())).toEqual(storiesOf(alike));
  });
});
