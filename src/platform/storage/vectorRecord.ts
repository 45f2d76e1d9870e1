import type { ArticleId } from "../../engine/model/index.ts";

/**
 * The vectors of one article's passages: what it is compared by in meaning. They can be made again at any
 * time, and are deleted with what they were made of.
 */
export interface VectorRecord {
  /** "mine", or the pack's segment that holds the article: its bytes never change under its name. */
  readonly owner: string;
  readonly article: ArticleId;
  /**
   * The version of the model, if all passages are encoded that are to be. Missing while they are not,
   * and when the article was indexed anew: its passages may be others since.
   */
  readonly model?: string;
  /** The version of the model that made what there is. */
  readonly madeBy: string;
  /** They came with a pack: whether they are what our own model makes has not been looked at yet. */
  readonly isClaimed?: true;
  /** Of the passages' texts: tells whether these are still the ones that were encoded. */
  readonly textsHash: number;
  /** How many of the passages were looked at, from the first on. */
  readonly done: number;
  /** A vector a passage, in order; see `engine/meaning`. Zero where none was made. */
  readonly vectors: Uint8Array;
}
