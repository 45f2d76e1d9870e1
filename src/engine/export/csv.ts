import {
  comparePublished,
  type MatchReport,
  type PageMatch,
  type PublicationDate,
  type Reference,
} from "../model/index.ts";
import { differencesToDescribe, type ExportWording } from "./citation.ts";
import { creator, type ExportFacts } from "./exportFacts.ts";

/** Names of the columns: stable, for programs; new ones come last. */
const columns = [
  "passage",
  "in",
  "start",
  "end",
  "kind",
  "relation",
  "score",
  "outlet",
  "published",
  "date_basis",
  "article",
  "url",
  "speaker",
  "via",
  "words",
  "language",
  "order",
  "relation_words",
  "differences",
  "prefix",
  "suffix",
  "retrieved",
  "page_outlet",
  "page_title",
  "page_url",
  "page_published",
  "page_retrieved",
  "creator",
  "created",
  "words_prefix",
  "words_suffix",
] as const;

/** Returns the names of the columns, as the first line of a file. */
export function csvHead(): string {
  return csvLine(columns);
}

/** Returns a report as CSV (RFC 4180): one line per reference, below the names of the columns. */
export function reportCsv(report: MatchReport, facts: ExportFacts, wording: ExportWording): string {
  return csvHead() + csvRows(report, facts, wording);
}

/** Returns the lines of a report without the names of the columns. */
export function csvRows(
  { page, matches }: MatchReport,
  facts: ExportFacts,
  wording: ExportWording,
): string {
  const ofPage = [
    page.outlet ?? "",
    page.title,
    page.url ?? "",
    page.published?.value ?? "",
    facts.pageRetrieved ?? "",
    creator,
    facts.created,
  ];
  const rows = matches.flatMap((match) => {
    const { prefix = "", suffix = "" } = facts.contextOf(match) ?? {};
    return match.references.map((reference) => [
      ...cellsOf(match, reference),
      reference.article.language ?? page.language ?? "",
      orderOf(reference.article.published, page.published),
      wording.relationOf(match, reference),
      differencesToDescribe(reference).map(wording.differenceOf).join("; "),
      ...[prefix, suffix],
      facts.retrieved(reference.article.id) ?? "",
      ...ofPage,
      reference.passage.prefix ?? "",
      reference.passage.suffix ?? "",
    ]);
  });
  return rows.map(csvLine).join("");
}

/** Returns one line of a table, with the line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function cellsOf(match: PageMatch, reference: Reference): readonly string[] {
  const { article, passage, relation, score, speaker, via } = reference;
  return [
    match.exact,
    match.in,
    String(match.start),
    String(match.end),
    match.kind,
    relation,
    score.toFixed(2),
    article.outlet,
    article.published?.value ?? "",
    article.published?.basis ?? "",
    article.title,
    article.url ?? "",
    speaker ?? "",
    via.join("; "),
    passage.text,
  ];
}

/**
 * Returns whether the reference is earlier or later than the page; empty if one of the dates is not
 * known.
 */
function orderOf(date: PublicationDate | null, page: PublicationDate | null): string {
  if (date === null || page === null) return "";
  const order = comparePublished(date, page);
  if (order === 0) return "about the same time";
  return order < 0 ? "before the page" : "after the page";
}

/**
 * Returns a cell that no spreadsheet takes for a formula: an apostrophe before a formula's first
 * character makes it text (OWASP, "CSV injection").
 */
function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
