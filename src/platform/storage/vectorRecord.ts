import type { ArticleId } from "../../engine/model/index.ts";

/**
 * The vectors of one article's passages, by which it is compared in meaning. They can be made again
 * at any time, and are deleted with the article.
 */
export interface VectorRecord {
  /** "mine", or the pack's segment with the article, whose bytes never change under its name. */
  readonly owner: string;
  readonly article: ArticleId;
  /**
   * The version of the model, if all passages are encoded that should be. Missing until then, and
   * after the article was indexed again, when its passages may have changed.
   */
  readonly model?: string;
  /** The version of the model that made what there is. */
  readonly madeBy: string;
  /** True for vectors that came with a pack and were not compared with our own model's yet. */
  readonly isClaimed?: true;
  /**
   * A hash of the passages' texts, which shows whether they are still the ones that were encoded.
   */
  readonly textsHash: number;
  /** The number of passages that were processed, from the first on. */
  readonly done: number;
  /** A vector a passage, in order; see `engine/meaning`. Zero where none was made. */
  readonly vectors: Uint8Array;
}
