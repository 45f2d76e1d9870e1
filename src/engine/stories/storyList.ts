import type { Library } from "../library/library.ts";
import { searchArticles } from "../library/searchArticles.ts";
import { type ListedStory, type PublicationDate, shownOutlet, timeSpanOf } from "../model/index.ts";
import { outletKey } from "./outletKey.ts";
import { inOrderOfPublication } from "./reportStory.ts";
import type { StoryIndex } from "./storyIndex.ts";

/** The most outlets named; nobody would read more. */
const outletsNamed = 6;

/** Returns the stories of two outlets or more, sorted by their latest article, the newest first. */
export function listStories({ stories }: StoryIndex, library: Library): readonly ListedStory[] {
  return stories
    .map((articles) => listed(articles, library))
    .filter(({ outletCount }) => outletCount > 1)
    .map((story) => ({ story, latest: latest(story.to) }))
    .sort((a, b) => b.latest - a.latest || (a.story.id < b.story.id ? -1 : 1))
    .map(({ story }) => story);
}

/** Returns the listed stories with an article that a search finds; an empty search finds all. */
export function searchStories(
  all: readonly ListedStory[],
  search: string,
  index: StoryIndex,
  library: Library,
): readonly ListedStory[] {
  const found = searchArticles(library, search);
  return found === null ? all : all.filter(isAmong(storiesWith(found, index, library)));
}

function storiesWith(
  found: ReadonlySet<number>,
  { stories }: StoryIndex,
  library: Library,
): ReadonlySet<string> {
  const hit = stories.filter((articles) => articles.some((article) => found.has(article)));
  return new Set(hit.flatMap((articles) => articles.map((article) => library.articleId(article))));
}

function isAmong(ids: ReadonlySet<string>): (story: ListedStory) => boolean {
  return ({ id }) => ids.has(id);
}

function listed(numbers: readonly number[], library: Library): ListedStory {
  const articles = inOrderOfPublication(numbers.map((number) => library.articleHead(number)));
  const outlets = new Map(
    articles.map((article) => [outletKey(article), article.outlet.name || article.outlet.domain]),
  );
  const first = articles[0]!;
  // In order of time, as the articles are.
  const dates = articles.flatMap(({ published }) => published ?? []);
  return {
    id: first.id,
    title: first.title || shownOutlet(first),
    language: first.language,
    outlets: [...outlets.values()].flatMap((name) => name ?? []).slice(0, outletsNamed),
    outletCount: outlets.size,
    articleCount: articles.length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  };
}

function latest(date: PublicationDate | null): number {
  return (date === null ? null : timeSpanOf(date)?.to) ?? 0;
}
