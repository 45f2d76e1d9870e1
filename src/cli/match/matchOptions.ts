import type { MatchFormat } from "./matchPrinter.ts";
import type { MeaningOptions } from "./meaning.ts";

/** The options of `match`, validated. */
export interface MatchCommandOptions extends MeaningOptions {
  readonly corpus: readonly string[];
  /** The address of the page, if there is only one. */
  readonly url?: string;
  /** ISO day on which the page was published; of one page. */
  readonly date?: string;
  readonly minScore?: number;
  readonly format: MatchFormat;
  /** The number of processes that share the pages. */
  readonly jobs?: number;
  /** False: the corpus is read again. */
  readonly cache?: boolean;
  /** Addresses of an archive, which is asked instead of a corpus, by words alone. */
  readonly archive?: readonly string[];
  /** File with the archive's key. */
  readonly key?: string;
  /** The user name at the archive. */
  readonly user?: string;
}
