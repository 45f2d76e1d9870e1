import type { ArticleId, ListedStory, StoryArticle, StoryReport } from "../engine/model/index.ts";

/** What identifies a story: one of its articles, or the page in a tab, saved or not. */
export type StoryKey =
  | { readonly kind: "article"; readonly id: ArticleId }
  | { readonly kind: "tab"; readonly tabId: number };

/** Some of the stories, the latest first, and the number that the search finds. */
export interface StoryList {
  readonly stories: readonly ListedStory[];
  readonly count: number;
  /** The number of articles that were searched. */
  readonly articles: number;
}

/**
 * The articles of a story before they are compared: in order of time. A single one is not a story.
 */
export interface OpenStory {
  readonly articles: readonly StoryArticle[];
}

/** Messages of our own pages to the background, about stories. */
export interface StoryMessages {
  /** The stories of two outlets or more, beginning at index `from`; an empty search finds all. */
  "story/list": { request: { search: string; from: number }; reply: StoryList };
  /** Null if the article is no longer in the library, or the page has no article. */
  "story/open": { request: StoryKey; reply: OpenStory | null };
  /** Compares the articles, which takes some tenths of a second for each. Null as above. */
  "story/compare": { request: StoryKey; reply: StoryReport | null };
}
