/** The articles of one story, by one of them or by a page that may not be in the library. */
import { readArticle } from "../extract/readArticle.ts";
import type { Library } from "../library/library.ts";
import { addressHashes } from "../library/pageAddress.ts";
import type { Steps } from "../library/steps.ts";
import { isSamePage } from "../match/samePage.ts";
import type { Article, ArticleId, StoryArticle, StoryReport } from "../model/index.ts";
import type { StoryReading } from "./comparedPairs.ts";
import { inOrderOfPublication, reportStory, storyArticle } from "./reportStory.ts";
import type { StoryIndex } from "./storyIndex.ts";

/** An article of a story and its number in the library; null for a page that is not in it. */
export interface FoundArticle {
  readonly article: Article;
  readonly number: number | null;
  readonly isPage: boolean;
}

/** Returns the articles of an article's story, in order of time; null if the library has no such article. */
export function storyOfArticle(
  id: ArticleId,
  index: StoryIndex,
  library: Library,
): readonly FoundArticle[] | null {
  const number = numberOf(id, library);
  return number === null ? null : storyOfNumber(number, index, library, null);
}

/**
 * Returns the articles of a page's story, in order of time. A page that the library has is one of
 * them; another page is added to the articles on the same story.
 */
export function storyOfPage(
  page: Article,
  index: StoryIndex,
  library: Library,
): readonly FoundArticle[] {
  const there = [...library.articlesAt(addressHashes(page.urls))];
  const kept = there.find((number) => isSamePage(page, library.articleHead(number)));
  if (kept !== undefined) return storyOfNumber(kept, index, library, kept);
  const near = index.storyNear(readArticle(page));
  return sorted([
    ...near.map((number) => ({ article: articleAt(number, library), number, isPage: false })),
    { article: page, number: null, isPage: true },
  ]);
}

/** Returns all articles of a library as one story, in order of time. */
export function wholeLibrary(library: Library): readonly FoundArticle[] {
  const numbers = library.parts.flatMap(({ segment, firstArticle }) =>
    Array.from({ length: segment.articleCount }, (_, local) => local)
      .filter((local) => !segment.deleted?.isArticle(local))
      .map((local) => firstArticle + local),
  );
  return sorted(
    numbers.map((number) => ({ article: articleAt(number, library), number, isPage: false })),
  );
}

/** Returns what views show of the articles before they are compared. */
export function articlesOfStory(found: readonly FoundArticle[]): readonly StoryArticle[] {
  return found.map(({ article, isPage }) => ({
    ...storyArticle(article),
    ...(isPage ? { isPage: true as const } : {}),
  }));
}

/**
 * Reads and compares the articles of a story; two steps an article.
 * @param leastScore as of `reportStory`
 */
export function* compareStory(
  found: readonly FoundArticle[],
  library: Library,
  leastScore?: number,
): Steps<StoryReport> {
  const readings: StoryReading[] = [];
  for (const { article, number } of found) {
    readings.push({ reading: readArticle(article), number });
    yield;
  }
  const report = yield* reportStory(readings, library, leastScore);
  return { ...report, articles: articlesOfStory(found) };
}

function numberOf(id: ArticleId, library: Library): number | null {
  for (const { segment, firstArticle } of library.parts) {
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      if (segment.rows.articleId(local) === id) return firstArticle + local;
    }
  }
  return null;
}

function storyOfNumber(
  number: number,
  index: StoryIndex,
  library: Library,
  page: number | null,
): readonly FoundArticle[] {
  return sorted(
    index.storyOf(number).map((its) => ({
      article: articleAt(its, library),
      number: its,
      isPage: its === page,
    })),
  );
}

function articleAt(number: number, library: Library): Article {
  const part = library.parts.findLast(({ firstArticle }) => firstArticle <= number)!;
  return part.segment.rows.article(number - part.firstArticle);
}

function sorted(found: readonly FoundArticle[]): readonly FoundArticle[] {
  const byId = new Map(found.map((one) => [one.article.id, one]));
  return inOrderOfPublication(found.map(({ article }) => article)).map(({ id }) => byId.get(id)!);
}
