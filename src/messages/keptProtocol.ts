import type { ArticleId, ArticleSource, PublicationDate } from "../engine/model/index.ts";

/** How an article came into the reader's own corpus. */
export type KeptOrigin = "saved" | "import" | "feed" | "read";

/** The tab's page in the reader's own corpus, and when it was added. */
export interface KeptPage {
  readonly id: ArticleId;
  readonly origin: KeptOrigin;
  /** In ms since 1970. */
  readonly addedAt: number;
}

/**
 * The result of saving a page: new · changed (another text of a saved page) · known (nothing new) ·
 * empty (no article was found) · full (the storage limit is reached) · storageFull (the browser
 * could not store any more).
 */
export type SaveOutcome = "new" | "changed" | "known" | "empty" | "full" | "storageFull";

/** The part of a page to save: its article, or the reader's selection. */
export type SavedPart = "article" | "selection";

/** A sentence that changed since the page was saved. */
export type KeptChange =
  | { readonly kind: "added"; readonly now: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "changed"; readonly before: string; readonly now: string };

/** How the page of a tab differs from its saved version. */
export interface PageChanges {
  /** When the older text was found, in ms since 1970. */
  readonly since: number;
  /** Null if too much changed to list it sentence by sentence. */
  readonly changes: readonly KeptChange[] | null;
}

/** The orders in which the reader's articles can be listed. */
export const keptSorts = ["added", "published", "outlet", "title"] as const;

/** One of `keptSorts`. */
export type KeptSort = (typeof keptSorts)[number];

/** The number of articles in a part of the list. */
export const articlesAPart = 50;

/** Which of the reader's articles are listed, and in which order. */
export interface KeptQuery {
  /**
   * "added", "published": the newest first; "outlet", "title": alphabetically in the browser's
   * language.
   */
  readonly sort: KeptSort;
  /** Words of title, outlet and text; empty for all articles. */
  readonly search: string;
  /** Null for every origin. */
  readonly origin: KeptOrigin | null;
  /** A key of `KeptChoices.outlets`; null for all. */
  readonly outlet: string | null;
  /** BCP 47, or "und" if unknown; null for all. */
  readonly language: string | null;
}

/** The filter values of the list of the reader's articles, with their numbers of articles. */
export interface KeptChoices {
  readonly total: number;
  readonly origins: Readonly<Record<KeptOrigin, number>>;
  readonly outlets: readonly {
    readonly key: string;
    readonly name: string;
    readonly count: number;
  }[];
  readonly languages: readonly { readonly language: string; readonly count: number }[];
}

/** The requested part of a list. */
export interface KeptPartRequest {
  /** The article that the part begins with, at any position; null if `at` decides. */
  readonly from: ArticleId | null;
  /** The index that the part begins at, from 0, also if the article is gone. */
  readonly at: number;
  /** An article that must remain in the part if others were inserted. */
  readonly through: ArticleId | null;
}

/** A part of a list, and its position. */
export interface KeptPart {
  readonly articles: readonly KeptArticle[];
  /** The index of the first article, from 0. */
  readonly first: number;
  /** The number of articles in the whole list. */
  readonly count: number;
}

/** An article of the reader's own corpus in a list. */
export interface KeptArticle {
  readonly id: ArticleId;
  /** In ms since 1970. */
  readonly addedAt: number;
  readonly origin: KeptOrigin;
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly language: string | null;
  /** Where it was taken from, if not from the outlet's own site. */
  readonly source: ArticleSource | null;
  /** The number of other texts of it that are kept besides the one that is searched. */
  readonly versionCount: number;
}

/** One of the saved texts of an article. */
export interface KeptVersion {
  /** When it was found, in ms since 1970. */
  readonly foundAt: number;
  /** How it came; null if that was not recorded. */
  readonly origin: KeptOrigin | null;
  /** True if pages are compared with this text. */
  readonly isSearched: boolean;
}

/** A saved article in one of its texts. */
export interface KeptText {
  readonly article: KeptArticle;
  /** In the order in which they were found. */
  readonly versions: readonly KeptVersion[];
  /** The index of the present one. */
  readonly shown: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Its differences from the text before; null for the first one. */
  readonly changes: PageChanges | null;
}

/** The result of a removal. */
export interface KeptRemoval {
  readonly removed: number;
  /** What `kept/restore` asks for; null if the removal cannot be undone, because the disk had no room. */
  readonly inBin: ArticleId | null;
}

/** Whether articles are remembered when they are read. */
export interface MemoryChoice {
  readonly isOn: boolean;
  /** Hosts, including their subdomains, on which nothing is remembered. */
  readonly hostsOff: readonly string[];
}

/** Messages of our own pages to the background about saved articles. */
export interface KeptMessages {
  "page/save": { request: { tabId: number; part: SavedPart }; reply: { outcome: SaveOutcome } };
  "page/kept": { request: { tabId: number }; reply: KeptPage | null };
  /** Null if the page is not saved, or nothing can be compared. */
  "page/changes": { request: { tabId: number }; reply: PageChanges | null };
  "kept/list": { request: { query: KeptQuery } & KeptPartRequest; reply: KeptPart };
  /** The ids of all articles of a list. */
  "kept/ids": { request: { query: KeptQuery }; reply: readonly ArticleId[] };
  "kept/choices": { request: Record<string, never>; reply: KeptChoices };
  /**
   * `version`: an index among its versions; null for the one that is searched. The reply is null if
   * the article is not there.
   */
  "kept/article": { request: { id: ArticleId; version: number | null }; reply: KeptText | null };
  /**
   * The times when articles came into the library, in ms since 1970; articles that are not the
   * reader's own are left out.
   */
  "kept/times": {
    request: { ids: readonly ArticleId[] };
    reply: Readonly<Record<ArticleId, number>>;
  };
  /** Removes articles. Until the browser is closed, `kept/restore` restores the last removal. */
  "kept/remove": { request: { ids: readonly ArticleId[] }; reply: KeptRemoval };
  /** `isRestored` is false if something else was removed since. */
  "kept/restore": { request: { inBin: ArticleId }; reply: { isRestored: boolean } };
  "memory/read": { request: Record<string, never>; reply: MemoryChoice };
  "memory/choose": { request: MemoryChoice; reply: MemoryChoice };
  /** Removes all articles that were only read; `kept/restore` restores them. */
  "memory/forget": { request: Record<string, never>; reply: KeptRemoval };
}
