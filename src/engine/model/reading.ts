import type { Article } from "./article.ts";
import type { Attribution } from "./attribution.ts";
import type { Claim, DateMention, NameMention, NumberMention } from "./claim.ts";
import type { Passage } from "./passage.ts";
import type { Quote } from "./quote.ts";

/** A passage with everything that is known of it; spans of facts are offsets of the same part. */
export interface ReadPassage extends Passage {
  readonly text: string;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
  /** The body's attributions (indices into `attributions`) whose content touches this passage. */
  readonly attributions: readonly number[];
  /**
   * True if it states something checkable or is someone's quoted words; other passages are not
   * matched.
   */
  readonly isClaim: boolean;
  readonly isQuoted: boolean;
}

/**
 * What was read from one article: first the passage of the title, then those of the body in order.
 */
export interface ArticleReading {
  readonly article: Article;
  readonly passages: readonly ReadPassage[];
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
}
