/** Reads one PDF in a worker: a hostile one can be ended, and does not hold up the settings. */

import { endedUnread, type PdfAnswer } from "../../ingest/pdf/pdfAnswer.ts";
import { readPdf } from "../../ingest/pdf/readPdf.ts";
import type { PdfRequest } from "./readPdfInWorker.ts";

async function answer({ pdfium, file }: PdfRequest): Promise<PdfAnswer> {
  try {
    return await readPdf(pdfium, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    console.error(error);
    return endedUnread;
  }
}

addEventListener("message", ({ data }: MessageEvent<PdfRequest>) => {
  void answer(data).then((read) => postMessage(read));
});
