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

/** Where a listing continues: the last article of the part before. */
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
  /** Where it was taken from, if not from the outlet's own site. */
  readonly source: ArticleSource | null;
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
  "kept/list": {
    request: { after: KeptPlace | null };
    reply: { articles: readonly KeptArticle[]; hasMore: boolean };
  };
  /** When articles came into the library, in ms since 1970; those that are not the reader's own are left out. */
  "kept/times": {
    request: { ids: readonly ArticleId[] };
    reply: Readonly<Record<ArticleId, number>>;
  };
  /**
   * Searches title, outlet and text, the newest first; `count` is the number of all results, of
   * which some are returned.
   */
  "kept/search": {
    request: { search: string };
    reply: { articles: readonly KeptArticle[]; count: number };
  };
  /** `kept/restore` restores what was removed last, until the browser closes. */
  "kept/remove": { request: { id: ArticleId }; reply: Record<string, never> };
  "kept/restore": { request: Record<string, never>; reply: Record<string, never> };
  "memory/read": { request: Record<string, never>; reply: MemoryChoice };
  "memory/choose": { request: MemoryChoice; reply: MemoryChoice };
  /** Removes all articles that were only read. */
  "memory/forget": { request: Record<string, never>; reply: { removed: number } };
}
