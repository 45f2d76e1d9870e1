import type { Article, ArticleHistory, ArticleId } from "../../engine/model/index.ts";

/** An article of the reader's own corpus: what must never be lost. */
export interface ArticleRecord extends ArticleHistory {
  readonly id: ArticleId;
  /**
   * The text that is searched, with all addresses it was found at: the newest that the reader saved
   * or imported, else the newest. `article.source` says where it was taken from.
   */
  readonly article: Article;
  /** One form for each address, and keys that nearly identical bodies of one outlet share. */
  readonly addressKeys: readonly string[];
  readonly bodyKeys: readonly string[];
  /** The segment that indexes its text. */
  readonly segment: string;
  /** The approximate size of the record. */
  readonly bytes: number;
}
