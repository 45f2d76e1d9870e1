import type { Article, ArticleId, PublicationDate } from "../../engine/model/index.ts";

/** How an article came into the reader's own corpus. The reader's own doing counts more than reading. */
export type Origin = "saved" | "import" | "feed" | "read";

/** An earlier text of an article, kept when it was found changed. */
export interface ArticleVersion {
  readonly title: string;
  readonly body: string;
  readonly published: PublicationDate | null;
  /** When this text was found, in ms since 1970. */
  readonly foundAt: number;
}

/** An article of the reader's own corpus: what must never be lost. */
export interface ArticleRecord {
  readonly id: ArticleId;
  /** Its newest text, with all addresses it was found at. */
  readonly article: Article;
  readonly origin: Origin;
  /** In ms since 1970: when it first came, and when its newest text was found. */
  readonly addedAt: number;
  readonly foundAt: number;
  /** Earlier texts, the oldest first. */
  readonly versions: readonly ArticleVersion[];
  /** One form for each address, and keys that near-identical bodies of one outlet share. */
  readonly addressKeys: readonly string[];
  readonly bodyKeys: readonly string[];
  /** The segment that indexes its newest text. */
  readonly segment: string;
  /** What the record takes, about. */
  readonly bytes: number;
}
