import type { ArticleSource, PublicationDate } from "./article.ts";

/**
 * How an article came into the reader's own corpus: saved or imported by the reader, from a feed,
 * or read with the reading memory on.
 */
export const origins = ["saved", "import", "feed", "read"] as const;

/** One of the ways in which an article came into the library. */
export type Origin = (typeof origins)[number];

/**
 * Another text of an article than the one that is searched: an earlier one, or one from another
 * origin.
 */
export interface ArticleVersion {
  readonly title: string;
  readonly body: string;
  readonly published: PublicationDate | null;
  /** When this text was found, in ms since 1970. */
  readonly foundAt: number;
  /** How this text came in. Missing if it was stored before that was recorded. */
  readonly origin?: Origin;
  readonly source?: ArticleSource;
}

/** What is known of an article in the reader's own corpus besides the article itself. */
export interface ArticleHistory {
  readonly origin: Origin;
  /**
   * In ms since 1970: when the article first came in, and when the text that is searched was found.
   */
  readonly addedAt: number;
  readonly foundAt: number;
  /** Its other texts, oldest finding first. */
  readonly versions: readonly ArticleVersion[];
  /** For an article from an exported library: the source that the export gives. */
  readonly exportedSource?: ArticleSource;
}

/** True for what the reader saved or imported: nothing but the reader replaces it. */
export function isReadersOwn(origin: Origin): boolean {
  return origin === "saved" || origin === "import";
}
