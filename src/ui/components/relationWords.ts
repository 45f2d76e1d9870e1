import type { PageMatch, Reference, Relation } from "../../engine/model/index.ts";
import { quotedSpans } from "../../engine/text/quotedSpans.ts";
import { relationStyles } from "./designTokens.ts";
import { wordDiff } from "./wordDiff.ts";

/** The message keys of a relation: its name, and one line that explains it. */
export interface RelationWords {
  readonly labelKey: string;
  readonly meaningKey: string;
}

interface QuoteWords extends RelationWords {
  /**
   * The least share of common words around the quote. With less, the relation holds only for the
   * quote.
   */
  readonly leastAround: number;
}

const ofQuotes: Partial<Record<Relation, QuoteWords>> = {
  verbatim: {
    labelKey: "relationQuoteVerbatim",
    meaningKey: "relationQuoteVerbatimText",
    leastAround: 1,
  },
  "near-verbatim": {
    labelKey: "relationQuoteNearVerbatim",
    meaningKey: "relationQuoteNearVerbatimText",
    leastAround: 0.5,
  },
};

/**
 * Returns the words for a relation. Passages with long enough quotes are matched by their quotes:
 * “word for word” then holds for the quote, and is said of it alone if the page's sentence around
 * it differs.
 */
export function relationWordsOf(
  { exact }: PageMatch,
  { relation, passage, article }: Reference,
): RelationWords {
  const ofQuote = ofQuotes[relation];
  // Words of two languages are not compared.
  if (ofQuote === undefined || article.language !== undefined) return relationStyles[relation];
  const { quoted, around } = commonShares(exact, passage.text);
  const isOfQuoteAlone = around < ofQuote.leastAround && quoted > around;
  return isOfQuoteAlone ? ofQuote : relationStyles[relation];
}

/**
 * Returns the shares of the page's words that the corpus passage has too: of the quoted words and
 * of those around them.
 */
function commonShares(page: string, corpus: string) {
  const spans = quotedSpans(page);
  const quoted = { common: 0, all: 0 };
  const around = { common: 0, all: 0 };
  let start = 0;
  for (const { text, isSame } of wordDiff(page, corpus).page) {
    for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const at = start + index;
      const part = spans.some((span) => span.start <= at && at < span.end) ? quoted : around;
      part.all += 1;
      if (isSame) part.common += 1;
    }
    start += text.length;
  }
  return { quoted: shareOf(quoted, 0), around: shareOf(around, 1) };
}

function shareOf(
  { common, all }: { readonly common: number; readonly all: number },
  ofNone: number,
) {
  return all === 0 ? ofNone : common / all;
}
