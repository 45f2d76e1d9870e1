import {
  endedUnread,
  longestReadingMs,
  type PdfAnswer,
  refusalOfSize,
  tookTooLong,
} from "../../ingest/pdf/pdfAnswer.ts";

/** What the worker is given: PDFium and the PDF. */
export interface PdfRequest {
  readonly pdfium: WebAssembly.Module;
  readonly file: Blob;
}

/** What reading a PDF needs of the browser. */
export interface PdfPorts {
  /** PDFium, compiled once for all PDFs. */
  pdfium(): Promise<WebAssembly.Module>;
  start(): Pick<Worker, "postMessage" | "addEventListener" | "terminate">;
}

/** Reads a PDF in a worker of its own, which is ended in time. */
export async function readPdfInWorker(file: Blob, ports: PdfPorts): Promise<PdfAnswer> {
  const refusal = refusalOfSize(file.size);
  if (refusal !== null) return refusal;
  const request: PdfRequest = { pdfium: await ports.pdfium(), file };
  const worker = ports.start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<PdfAnswer>((resolve) => {
      timer = setTimeout(() => resolve(tookTooLong), longestReadingMs);
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", () => resolve(endedUnread));
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
