import type { ExportFacts } from "../../engine/export/exportFacts.ts";
import type { ArticleId, PageMatch, QuoteContext } from "../../engine/model/index.ts";

/** The times when articles came into the reader's library, in ms since 1970. */
export type RetrievalTimes = Readonly<Record<ArticleId, number>>;

/** Returns what an export contains besides the report. */
export function exportFactsOf(
  now: number,
  times: RetrievalTimes,
  contexts: ReadonlyMap<PageMatch, QuoteContext>,
): ExportFacts {
  const instant = (ms: number) => new Date(ms).toISOString();
  return {
    created: instant(now),
    // The page was read while it was open, so its present text is exported.
    pageRetrieved: instant(now),
    retrieved: (article) => (times[article] === undefined ? null : instant(times[article])),
    contextOf: (match) => contexts.get(match) ?? null,
  };
}
