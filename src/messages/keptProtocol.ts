import type { ArticleId, ArticleSource, PublicationDate } from "../engine/model/index.ts";

/** How an article came into the reader's own corpus. */
export type KeptOrigin = "saved" | "import" | "feed" | "read";

/** That the page of a tab is in the reader's own corpus, and since when. */
export interface KeptPage {
  readonly id: ArticleId;
  readonly origin: KeptOrigin;
  /** In ms since 1970. */
  readonly addedAt: number;
}

/**
 * What became of a page that was to be saved: new · changed (another text of one that is there) ·
 * known (nothing new) · empty (no article's text was found) · full (the reader's limit is reached) ·
 * storageFull (the browser could not store any more).
 */
export type SaveOutcome = "new" | "changed" | "known" | "empty" | "full" | "storageFull";

/** What is taken of a page: its article, or what the reader has selected on it. */
export type SavedPart = "article" | "selection";

/** A sentence that is not as it was when the page was kept. */
export type KeptChange =
  | { readonly kind: "added"; readonly now: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "changed"; readonly before: string; readonly now: string };

/** How the page of a tab differs from what is kept of it. */
export interface PageChanges {
  /** When the older text was found, in ms since 1970. */
  readonly since: number;
  /** Null if so much changed that it is not told sentence by sentence. */
  readonly changes: readonly KeptChange[] | null;
}

/** Where a listing goes on: the last article of the part before. */
export interface KeptPlace {
  readonly addedAt: number;
  readonly id: ArticleId;
}

/** An article of the reader's own corpus in a list. */
export interface KeptArticle extends KeptPlace {
  readonly origin: KeptOrigin;
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  /** Where it was taken from, if that is not the outlet's own site. */
  readonly source: ArticleSource | null;
}

/** Whether read articles are remembered. */
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
  "kept/list": {
    request: { after: KeptPlace | null };
    reply: { articles: readonly KeptArticle[]; hasMore: boolean };
  };
  /** When articles came into the library, in ms since 1970; those that are not the reader's own are left out. */
  "kept/times": {
    request: { ids: readonly ArticleId[] };
    reply: Readonly<Record<ArticleId, number>>;
  };
  /** By words of title, outlet and text, the newest first; `count` is how many there are, some of which are given. */
  "kept/search": {
    request: { search: string };
    reply: { articles: readonly KeptArticle[]; count: number };
  };
  /** Until the browser is closed, `kept/restore` brings back what was removed last. */
  "kept/remove": { request: { id: ArticleId }; reply: Record<string, never> };
  "kept/restore": { request: Record<string, never>; reply: Record<string, never> };
  "memory/read": { request: Record<string, never>; reply: MemoryChoice };
  "memory/choose": { request: MemoryChoice; reply: MemoryChoice };
  /** Removes all articles that were only read. */
  "memory/forget": { request: Record<string, never>; reply: { removed: number } };
}
