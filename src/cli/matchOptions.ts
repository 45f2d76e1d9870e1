import type { MatchFormat } from "./matchPrinter.ts";
import type { MeaningOptions } from "./meaning.ts";

/** The options of `match`, validated. */
export interface MatchCommandOptions extends MeaningOptions {
  readonly corpus: readonly string[];
  /** Of one page. */
  readonly url?: string;
  /** ISO day on which the page was published; of one page. */
  readonly date?: string;
  readonly minScore?: number;
  readonly format: MatchFormat;
  /** So many processes share the pages. */
  readonly jobs?: number;
  /** False: the corpus is read anew. */
  readonly cache?: boolean;
  /** Addresses of an archive, which is asked instead of a corpus, by words alone. */
  readonly archive?: readonly string[];
  /** File with the archive's key. */
  readonly key?: string;
  /** Who asks the archive. */
  readonly user?: string;
}
