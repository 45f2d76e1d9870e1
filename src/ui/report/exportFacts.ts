import type { ExportFacts } from "../../engine/export/exportFacts.ts";
import type { ArticleId, PageMatch, QuoteContext } from "../../engine/model/index.ts";

/** When articles came into the reader's library, in ms since 1970. */
export type RetrievalTimes = Readonly<Record<ArticleId, number>>;

/** What an export says besides the report, as this page of ours knows it. */
export function exportFactsOf(
  now: number,
  times: RetrievalTimes,
  contexts: ReadonlyMap<PageMatch, QuoteContext>,
): ExportFacts {
  const instant = (ms: number) => new Date(ms).toISOString();
  return {
    created: instant(now),
    // The page is read while it is open: what is exported is what stands on it now.
    pageRetrieved: instant(now),
    retrieved: (article) => (times[article] === undefined ? null : instant(times[article])),
    contextOf: (match) => contexts.get(match) ?? null,
  };
}
