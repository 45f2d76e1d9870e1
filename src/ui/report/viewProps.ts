import type {
  ArticleId,
  MatchReport,
  PageMatch,
  QuoteContext,
  Reference,
} from "../../engine/model/index.ts";
import type { ListOrder } from "../../messages/usualChoices.ts";
import type { RetrievalTimes } from "./exportFacts.ts";
import type { ListedMatch } from "./listedMatch.ts";

/** A file for the reader to keep. */
export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What the reader can do with what a view lists. */
export interface ReportActions {
  /** @param index the match's place in the report */
  jumpTo(index: number): void;
  /** Takes a version out of its match, from now on. */
  dismiss(match: PageMatch, reference: Reference): void;
  /** Puts a version of a passage beside the page's. */
  compare(match: PageMatch, reference: Reference): void;
  /** Hands words to the reader's search engine. */
  search(words: string): void;
  /** Puts text on the clipboard. Click handlers only. */
  copy(text: string): void;
  /** Saves text as a file. */
  save(file: SavedFile): void;
  /** When articles came into the library; those of which that is not recorded are left out. */
  retrieved(articles: readonly ArticleId[]): Promise<RetrievalTimes>;
}

/** What stands around the passages on the page, where its text is known. */
export type PageQuotes = ReadonlyMap<PageMatch, QuoteContext>;

/** What every view is given. */
export interface ViewProps {
  readonly report: MatchReport;
  /** The matches left by the filter. */
  readonly listed: readonly ListedMatch[];
  readonly actions: ReportActions;
  /** The match that the page shows at the moment, where a view follows it. */
  readonly inView: number | null;
  /** The match that the reader asked for from its card. */
  readonly asked: number | null;
  /** How passages are listed, and what is told when the reader wants them otherwise. */
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
}
