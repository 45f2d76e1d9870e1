import type { ArticleSource, PublicationDate } from "./article.ts";

/** How an article came into the reader's own corpus: by the reader's doing, by a feed, or by reading alone. */
export const origins = ["saved", "import", "feed", "read"] as const;

/** How an article came into the library. */
export type Origin = (typeof origins)[number];

/** Another text of an article than the one that is searched: an earlier one, or one that somebody else brought. */
export interface ArticleVersion {
  readonly title: string;
  readonly body: string;
  readonly published: PublicationDate | null;
  /** When this text was found, in ms since 1970. */
  readonly foundAt: number;
  /** How this text came. Missing where it was stored before that was recorded. */
  readonly origin?: Origin;
  readonly source?: ArticleSource;
}

/** What is known of an article in the reader's own corpus, beside the article itself. */
export interface ArticleHistory {
  readonly origin: Origin;
  /** In ms since 1970: when it first came, and when the text that is searched was found. */
  readonly addedAt: number;
  readonly foundAt: number;
  /** Its other texts, in the order in which they were found. */
  readonly versions: readonly ArticleVersion[];
  /** Of an article that an exported library brought: where it was taken from, as that export says. */
  readonly exportedSource?: ArticleSource;
}

/** True for what the reader saved or imported: nothing but the reader replaces it. */
export function isReadersOwn(origin: Origin): boolean {
  return origin === "saved" || origin === "import";
}
