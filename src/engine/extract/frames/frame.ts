import type { Span } from "../../model/index.ts";
import type { Cue } from "../cues/cue.ts";
import type { SourceTokens } from "./sourceTokens.ts";

/** An attribution as one sentence gives it, before its source is identified in the article. */
export interface Frame {
  readonly cue: Cue;
  readonly source: SourceTokens | null;
  /** True if the source is that of the frame before it in the same sentence ("adding that …"). */
  readonly sharesSource: boolean;
  readonly content: readonly Span[];
  /** First token of the clause that names the source. */
  readonly clauseFirst: number;
  /** The token after that clause, where a split quotation continues. */
  readonly clauseNext: number;
}
