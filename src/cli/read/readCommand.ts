import { readArticle } from "../../engine/extract/readArticle.ts";
import { InputError } from "../inputError.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ReadPdf } from "./pdfProcess.ts";
import { readDocument } from "./readDocument.ts";
import { type ReadReport, readReport } from "./readReport.ts";
import { readText } from "./readText.ts";

/** The options of `read`, validated. */
export interface ReadCommandOptions {
  readonly format: "text" | "json";
}

/**
 * Reads documents: one JSON object for one file, an array for several. Files that cannot be used
 * are named on standard error and the others are still done. Returns the exit code.
 */
export function readCommand(
  files: readonly string[],
  { format }: ReadCommandOptions,
  readPdf: ReadPdf,
  output: Output,
): number {
  const reports: ReadReport[] = [];
  const progress = createProgress("reading", process.stderr);
  progress.start(files.length);
  for (const file of files) {
    try {
      reports.push(readReport(readArticle(readDocument(file, {}, readPdf))));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      output.problem(error.message);
    }
    progress.step();
  }
  progress.stop();
  print(reports, files.length > 1, format, output);
  return reports.length === files.length ? 0 : 1;
}

function print(
  reports: readonly ReadReport[],
  isList: boolean,
  format: "text" | "json",
  output: Output,
): void {
  if (format === "text") {
    output.out(reports.map((report) => readText(report, output.width)).join("\n"));
  } else if (isList) {
    output.out(`${JSON.stringify(reports, null, 2)}\n`);
  } else if (reports[0] !== undefined) {
    output.out(`${JSON.stringify(reports[0], null, 2)}\n`);
  }
}
