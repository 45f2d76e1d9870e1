import type { ArticleId, MatchReport, PageMatch, QuoteContext } from "../model/index.ts";

/** What an export needs besides a report: the time, and the text around the quotes. */
export interface ExportFacts {
  /** When the export was made, as an instant (ISO 8601). */
  readonly created: string;
  /** When the page was read; null where that is not known. */
  readonly pageRetrieved: string | null;
  /** When an outlet's article came into the library; null where that is not recorded. */
  readonly retrieved: (article: ArticleId) => string | null;
  /** Returns the text around a match on the page; null if the page's text is not available. */
  readonly contextOf: (match: PageMatch) => QuoteContext | null;
}

/** The creator that every export names. */
export const creator = "Second Source";

/** Longer names are cut: some file systems refuse them. */
const mostNameChars = 60;

/** Returns a file name with the page and the day: "the-hill-talks-begin-2019-03-05". */
export function exportName({ page }: Pick<MatchReport, "page">, created: string): string {
  return fileNameOf(`${page.outlet ?? ""} ${page.title}`, created);
}

/**
 * Returns a file name without ending: a text, which may contain anything, reduced to letters and
 * digits, and a day.
 */
export function fileNameOf(text: string, instant: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join("-")
    .slice(0, mostNameChars)
    .replace(/-$/, "");
  return `${words || "second-source"}-${instant.slice(0, 10)}`;
}
