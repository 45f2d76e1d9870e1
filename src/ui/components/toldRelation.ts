import type { PageMatch, Reference, Relation } from "../../engine/model/index.ts";
import { quotedSpans } from "../../engine/text/quotedSpans.ts";
import { relationStyles } from "./tokens.ts";
import { wordDiff } from "./wordDiff.ts";

/** How a relation is told, by keys of _locales: its name, and one line on what it means. */
export interface RelationWords {
  readonly labelKey: string;
  readonly meaningKey: string;
}

interface QuoteWords extends RelationWords {
  /** Less of the words around the quote is common: the relation is the quote's alone. */
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
 * Passages are matched by the words they quote, where they quote enough: then “word for word” holds
 * of the quote, and is said of it alone if the page's sentence around it is another.
 */
export function toldRelation(
  { exact }: PageMatch,
  { relation, passage, article }: Reference,
): RelationWords {
  const ofQuote = ofQuotes[relation];
  // Words of two languages are not set against each other.
  if (ofQuote === undefined || article.language !== undefined) return relationStyles[relation];
  const { quoted, around } = commonShares(exact, passage.text);
  const isOfQuoteAlone = around < ofQuote.leastAround && quoted > around;
  return isOfQuoteAlone ? ofQuote : relationStyles[relation];
}

/** Which share of the page's words the corpus has too: of those it quotes, and of those around them. */
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
