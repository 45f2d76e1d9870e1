import { csvHead, csvRows } from "../../engine/export/csv.ts";
import type { ExportFacts } from "../../engine/export/exportFacts.ts";
import { htmlPart, reportHtmlHead } from "../../engine/export/html.ts";
import { htmlFoot } from "../../engine/export/htmlDocument.ts";
import { reportMarkdown } from "../../engine/export/markdown.ts";
import { webAnnotations } from "../../engine/export/webAnnotations.ts";
import { type Article, type MatchReport, quoteContext } from "../../engine/model/index.ts";
import { englishExport } from "../print/exportWording.ts";
import { createJsonPrinter } from "../print/jsonPrinter.ts";
import type { Output } from "../print/output.ts";
import { matchText } from "./matchText.ts";

/**
 * The formats of `match`: for people, one object, one line a page, or the extension's export
 * formats.
 */
export const matchFormats = ["text", "json", "jsonl", "w3c", "markdown", "html", "csv"] as const;

/** One of the formats. */
export type MatchFormat = (typeof matchFormats)[number];

/** Formats that quote the context of a passage, for which they need the page's text. */
export const formatsWithText: readonly MatchFormat[] = ["w3c", "markdown", "html", "csv"];

/** A page with its matches. */
export interface MatchedPage {
  readonly file: string;
  readonly report: MatchReport;
  readonly article: Pick<Article, "title" | "body" | "urls">;
}

/** Prints the pages of one run, in order. */
export interface MatchPrinter {
  put(page: MatchedPage): void;
  /** Called after the last page. */
  end(): void;
}

/**
 * Returns a printer of matched pages in a format.
 * @param created when the program runs, as an ISO instant
 * @param isList true if several pages were asked for: JSON is then a list, and text names the page
 */
export function createMatchPrinter(
  format: MatchFormat,
  isList: boolean,
  output: Output,
  created = new Date().toISOString(),
): MatchPrinter {
  const json = createJsonPrinter(isList, output);
  let count = 0;
  const ways: Readonly<Record<MatchFormat, (page: MatchedPage) => void>> = {
    text({ file, report }) {
      const head = isList ? `${count === 0 ? "" : "\n"}── ${file}\n\n` : "";
      output.out(`${head}${matchText(report, output.width)}`);
    },
    json: ({ file, report }) => json.put({ ...(isList ? { file } : {}), ...report }),
    jsonl: ({ file, report }) => output.out(`${JSON.stringify({ file, ...report })}\n`),
    w3c: (page) => json.put(webAnnotations(page.report, factsOf(page, created), englishExport)),
    markdown(page) {
      const text = reportMarkdown(page.report, factsOf(page, created), englishExport);
      output.out(`${count === 0 ? "" : "\n"}${text}`);
    },
    html(page) {
      if (count === 0) output.out(`${reportHtmlHead(page.report.page.title, englishExport)}\n`);
      const { report } = page;
      output.out(`${htmlPart({ report, facts: factsOf(page, created) }, englishExport)}\n`);
    },
    csv(page) {
      if (count === 0) output.out(csvHead());
      output.out(csvRows(page.report, factsOf(page, created), englishExport));
    },
  };
  return {
    put(page) {
      ways[format](page);
      count++;
    },
    end() {
      if (format === "json" || format === "w3c") json.end();
      if (format === "html" && count > 0) output.out(htmlFoot);
    },
  };
}

/** Returns the facts for an export; files have no record of when they were taken from the web. */
function factsOf({ article }: MatchedPage, created: string): ExportFacts {
  return {
    created,
    pageRetrieved: null,
    retrieved: () => null,
    contextOf: (match) => quoteContext(match, article),
  };
}
