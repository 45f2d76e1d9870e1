import type {
  ArticleId,
  PublicationDate,
  StoryArticle,
  StoryReport,
} from "../engine/model/index.ts";

/** By what a story is asked for: an article of it, or the page that a tab shows, kept or not. */
export type StoryKey =
  | { readonly kind: "article"; readonly id: ArticleId }
  | { readonly kind: "tab"; readonly tabId: number };

/** A story in a list. */
export interface ListedStory {
  /** An article of it, by which it is opened. */
  readonly id: ArticleId;
  /** The title of the earliest article, and its language. */
  readonly title: string;
  readonly language: string | null;
  /** Some of the outlets, the earliest first, and how many there are. */
  readonly outlets: readonly string[];
  readonly outletCount: number;
  readonly articleCount: number;
  /** When its first and its last article were published, as far as known. */
  readonly from: PublicationDate | null;
  readonly to: PublicationDate | null;
}

/** Some of the stories, the latest first, and how many there are by that search. */
export interface StoryList {
  readonly stories: readonly ListedStory[];
  readonly count: number;
  /** How many articles were searched. */
  readonly articles: number;
}

/** The articles of a story, before they have been compared: in order of time. One alone is no story. */
export interface OpenStory {
  readonly articles: readonly StoryArticle[];
}

/** Messages of our own pages to the background, about stories. */
export interface StoryMessages {
  /** The stories of two outlets or more, from the one at place `from` on; an empty search finds all. */
  "story/list": { request: { search: string; from: number }; reply: StoryList };
  /** Null where the article is not in the library any more, or the page has no article. */
  "story/open": { request: StoryKey; reply: OpenStory | null };
  /** Compares the articles: takes some tenths of a second for each. Null as above. */
  "story/compare": { request: StoryKey; reply: StoryReport | null };
}
