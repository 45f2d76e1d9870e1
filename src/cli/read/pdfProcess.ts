import { spawnSync } from "node:child_process";
import {
  endedUnread,
  longestReadingMs,
  type PdfAnswer,
  tookTooLong,
} from "../../ingest/pdf/pdfAnswer.ts";

/** Reads a PDF, or says why not. */
export type ReadPdf = (pdf: Uint8Array) => PdfAnswer;

/** A million characters, of up to six bytes each in JSON, and what else is said of their paragraphs. */
const longestAnswer = 200_000_000;

/**
 * Returns a reader of PDFs, each in a process of its own that ends in time.
 * @param program the build of pdfMain.ts
 * @param wasm the file of PDFium's WebAssembly
 */
export function createPdfProcess(program: string, wasm: string): ReadPdf {
  return (pdf) => {
    const { status, stdout, error } = spawnSync(process.execPath, [program, wasm], {
      ...{ input: pdf, timeout: longestReadingMs, killSignal: "SIGKILL" },
      ...{ maxBuffer: longestAnswer, stdio: ["pipe", "pipe", "ignore"] },
    });
    if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") return tookTooLong;
    return status === 0 ? (JSON.parse(stdout.toString()) as PdfAnswer) : endedUnread;
  };
}
