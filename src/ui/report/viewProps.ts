import type {
  ArticleId,
  MatchReport,
  PageMatch,
  QuoteContext,
  Reference,
} from "../../engine/model/index.ts";
import type { ListOrder } from "../../messages/defaultChoices.ts";
import type { RetrievalTimes } from "./exportFacts.ts";
import type { ListedMatch } from "./listedMatch.ts";

/** A file for the reader to keep. */
export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** The reader's actions on listed matches. */
export interface ReportActions {
  /**
   * Scrolls the page to a match.
   * @param index the match's index in the report
   */
  jumpTo(index: number): void;
  /** Dismisses a version permanently. */
  dismiss(match: PageMatch, reference: Reference): void;
  /** Shows a version of a passage beside the page's. */
  compare(match: PageMatch, reference: Reference): void;
  /** Searches for words with the reader's search engine. */
  search(words: string): void;
  /** Copies text to the clipboard. Click handlers only. */
  copy(text: string): void;
  /** Saves text as a file. */
  save(file: SavedFile): void;
  /**
   * Resolves to the times when articles came into the library, without articles whose time is
   * unknown.
   */
  retrieved(articles: readonly ArticleId[]): Promise<RetrievalTimes>;
}

/** The text around the passages on the page, where it is known. */
export type PageQuotes = ReadonlyMap<PageMatch, QuoteContext>;

/** The properties of every view. */
export interface ViewProps {
  readonly report: MatchReport;
  /** The matches after filtering. */
  readonly listed: readonly ListedMatch[];
  readonly actions: ReportActions;
  /** Index of the match that the page shows now, if the view follows the page. */
  readonly inView: number | null;
  /** Index of the match that the reader opened from its card. */
  readonly asked: number | null;
  /** The order of the passages, and the callback that changes it. */
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
}
