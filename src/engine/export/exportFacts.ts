import type { ArticleId, MatchReport, PageMatch, QuoteContext } from "../model/index.ts";

/** What an export says besides a report: when things were read, and what stands around the quotes. */
export interface ExportFacts {
  /** When the export was made, as an instant (ISO 8601). */
  readonly created: string;
  /** When the page was read; null where that is not known. */
  readonly pageRetrieved: string | null;
  /** When an outlet's article came into the library; null where that is not recorded. */
  readonly retrieved: (article: ArticleId) => string | null;
  /** What stands around a match on the page; null where its text is not at hand. */
  readonly contextOf: (match: PageMatch) => QuoteContext | null;
}

/** Who made an export: stands in every form of it. */
export const creator = "Second Source";

/** Longer names are cut by some file systems, and read by nobody. */
const mostNameChars = 60;

/** A name for an export's file that says of which page it is, and of which day: "the-hill-talks-begin-2019-03-05". */
export function exportName({ page }: Pick<MatchReport, "page">, created: string): string {
  return fileNameOf(`${page.outlet ?? ""} ${page.title}`, created);
}

/** A name for a file without its ending: letters and digits alone, for a title may hold anything, and a day. */
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
