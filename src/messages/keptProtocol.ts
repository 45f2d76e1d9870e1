import type { ArticleId, ArticleSource, PublicationDate } from "../engine/model/index.ts";

/** How an article came into the reader's own corpus. */
export type KeptOrigin = "saved" | "import" | "feed" | "read";

/** The page of a tab in the reader's own corpus, and since when. */
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

/** A sentence that is not as it was when the page was kept. */
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

/** In which order the reader's articles can be listed. */
export const keptSorts = ["added", "published", "outlet", "title"] as const;

/** One of `keptSorts`. */
export type KeptSort = (typeof keptSorts)[number];

/** Which of the reader's articles are listed, and in which order. */
export interface KeptQuery {
  /** added, published: the newest first · outlet, title: by the alphabet of the browser's language */
  readonly sort: KeptSort;
  /** Words of title, outlet and text; none: all. */
  readonly search: string;
  /** Null: however they came. */
  readonly origin: KeptOrigin | null;
  /** One of `KeptChoices.outlets`, by its key. */
  readonly outlet: string | null;
  /** BCP 47, or "und" where it is not known. */
  readonly language: string | null;
}

/** What a list of the reader's articles can be narrowed down to, and how many there are of each. */
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

/** Which part of a list is asked for. */
export interface KeptPlace {
  /** The article that it begins with, wherever that stands now; null where the place says it. */
  readonly from: ArticleId | null;
  /** The place that it begins at, from 0 on, also where the article has gone. */
  readonly at: number;
  /** An article that is to be in it still, if others came between. */
  readonly through: ArticleId | null;
}

/** Part of a list, and where in it that stands. */
export interface KeptPart {
  readonly articles: readonly KeptArticle[];
  /** The place of the first of them, from 0 on. */
  readonly first: number;
  /** How many the whole list has. */
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
  /** Where it was taken from, if that is not the outlet's own site. */
  readonly source: ArticleSource | null;
  /** How many other texts of it are kept beside the one that is searched. */
  readonly versionCount: number;
}

/** One of the texts that are kept of an article. */
export interface KeptVersion {
  /** When it was found, in ms since 1970. */
  readonly foundAt: number;
  /** How it came; null where that was not recorded. */
  readonly origin: KeptOrigin | null;
  /** Whether it is the one that pages are compared with. */
  readonly isSearched: boolean;
}

/** An article as it was kept, in one of its texts. */
export interface KeptText {
  readonly article: KeptArticle;
  /** In the order in which they were found. */
  readonly versions: readonly KeptVersion[];
  /** Which of them this is. */
  readonly shown: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** How it differs from the one before; null for the first one. */
  readonly changes: PageChanges | null;
}

/** What came of a removal. */
export interface KeptRemoval {
  readonly removed: number;
  /** Whether it can be undone: not where the disk had no room to keep it. */
  readonly canRestore: boolean;
}

/** Whether articles are remembered when they are read. */
export interface MemoryChoice {
  readonly isOn: boolean;
  /** Hosts on which nothing is remembered; their subdomains neither. */
  readonly hostsOff: readonly string[];
}

/** Messages of our own pages to the background, about articles that are kept. */
export interface KeptMessages {
  "page/save": { request: { tabId: number; part: SavedPart }; reply: { outcome: SaveOutcome } };
  "page/kept": { request: { tabId: number }; reply: KeptPage | null };
  /** Null where the page is not kept, or nothing can be compared. */
  "page/changes": { request: { tabId: number }; reply: PageChanges | null };
  "kept/list": { request: { query: KeptQuery } & KeptPlace; reply: KeptPart };
  /** All articles of a list, by their ids. */
  "kept/ids": { request: { query: KeptQuery }; reply: readonly ArticleId[] };
  "kept/choices": { request: Record<string, never>; reply: KeptChoices };
  /** `version`: a place among its versions; null for the one that is searched. Null where it is not there. */
  "kept/article": { request: { id: ArticleId; version: number | null }; reply: KeptText | null };
  /** When articles came into the library, in ms since 1970; those that are not the reader's own are left out. */
  "kept/times": {
    request: { ids: readonly ArticleId[] };
    reply: Readonly<Record<ArticleId, number>>;
  };
  /** Until the browser is closed, `kept/restore` brings back what was removed last, if `canRestore` says so. */
  "kept/remove": { request: { ids: readonly ArticleId[] }; reply: KeptRemoval };
  "kept/restore": { request: Record<string, never>; reply: Record<string, never> };
  "memory/read": { request: Record<string, never>; reply: MemoryChoice };
  "memory/choose": { request: MemoryChoice; reply: MemoryChoice };
  /** Removes all articles that were only read; `kept/restore` brings them back. */
  "memory/forget": { request: Record<string, never>; reply: KeptRemoval };
}
