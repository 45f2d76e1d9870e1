/**
 * The only importer of PDFium, which runs as WebAssembly: unlike a reader in JavaScript, it cannot
 * take more memory than it is given, whatever a file unpacks to. Load this module in a worker or a
 * process of its own, which can be ended: nothing limits its time.
 */
import { init } from "@embedpdf/pdfium";
import { bounds } from "../bounds.ts";
import { ArticleDataError } from "../knownData.ts";
import { paragraphsOfPages } from "./paragraphs.ts";
import type { PdfAnswer } from "./pdfAnswer.ts";
import { createPdfLines } from "./pdfLines.ts";
import type { PdfLine, PdfText } from "./pdfText.ts";

/** PDFium's own functions, which take and return numbers. */
type Functions = Readonly<Record<string, (...args: readonly number[]) => number>>;

/** Where numbers and texts are exchanged with PDFium. */
interface Pdfium {
  readonly call: Functions;
  bytes(): Uint8Array;
  numbers(): Float64Array;
}

/**
 * Reads a PDF. Answers with the reason if it has no text, has a password, is damaged or exceeds the
 * bounds.
 * @param compiled the package's pdfium.wasm, compiled: that takes longer than most PDFs
 */
export async function readPdf(compiled: WebAssembly.Module, pdf: Uint8Array): Promise<PdfAnswer> {
  const memory = { isFull: false };
  try {
    return { kind: "read", pdf: textOf(await startPdfium(compiled, memory), pdf) };
  } catch (error) {
    if (error instanceof ArticleDataError) return { kind: "refused", reason: error.reason };
    // PDFium ends itself where it cannot go on.
    if (error instanceof WebAssembly.RuntimeError) {
      const key = memory.isFull ? "refusedPdfMemory" : "refusedPdf";
      return { kind: "refused", reason: { key } };
    }
    throw error;
  }
}

async function startPdfium(
  compiled: WebAssembly.Module,
  memory: { isFull: boolean },
): Promise<Pdfium> {
  const { pdfium } = await init({
    print: () => undefined,
    printErr: () => undefined,
    // Given, so that nothing is fetched.
    instantiateWasm(
      imports: WebAssembly.Imports,
      start: (instance: WebAssembly.Instance) => object,
    ) {
      const env = imports.env as Record<string, (bytes: number) => number>;
      const grow = env.emscripten_resize_heap!;
      env.emscripten_resize_heap = (bytes) => {
        memory.isFull ||= bytes > bounds.pdfMemoryBytes;
        return memory.isFull ? 0 : grow(bytes);
      };
      return start(new WebAssembly.Instance(compiled, imports));
    },
  });
  const call = pdfium.wasmExports as unknown as Functions;
  // They are others after the memory has grown.
  const views = pdfium as unknown as { HEAPU8: Uint8Array; HEAPF64: Float64Array };
  call.PDFiumExt_Init!();
  return { call, bytes: () => views.HEAPU8, numbers: () => views.HEAPF64 };
}

/** PDFium's code for a file with a password. */
const passwordError = 4;

function textOf(pdfium: Pdfium, pdf: Uint8Array): PdfText {
  const { call } = pdfium;
  const place = call.malloc!(pdf.length);
  if (place === 0) throw new ArticleDataError("refusedPdfMemory");
  pdfium.bytes().set(pdf, place);
  const file = call.FPDF_LoadMemDocument!(place, pdf.length, 0);
  if (file === 0) {
    const isLocked = call.FPDF_GetLastError!() === passwordError;
    throw new ArticleDataError(isLocked ? "refusedPassword" : "refusedPdf");
  }
  const count = call.FPDF_GetPageCount!(file);
  if (count > bounds.pdfPages) {
    throw new ArticleDataError("refusedPages", count, bounds.pdfPages);
  }
  const read = createPdfLines(bounds.bodyChars);
  const pages = Array.from({ length: count }, (_, at) => linesOfPage(pdfium, file, at, read));
  if (pages.every((lines) => lines.length === 0)) {
    throw new ArticleDataError(count === 0 ? "refusedPdf" : "refusedScan");
  }
  return {
    title: metadataText(pdfium, file, "Title"),
    author: metadataText(pdfium, file, "Author"),
    paragraphs: paragraphsOfPages(pages),
  };
}

/** A page that cannot be loaded counts as empty; a file in which none can is refused. */
function linesOfPage(
  pdfium: Pdfium,
  file: number,
  at: number,
  read: ReturnType<typeof createPdfLines>,
): readonly PdfLine[] {
  const { call } = pdfium;
  const page = call.FPDF_LoadPage!(file, at);
  if (page === 0) return [];
  const text = call.FPDFText_LoadPage!(page);
  // Four numbers: left, right, bottom, top; or x and y.
  const place = call.malloc!(4 * 8);
  const numberAt = (index: number) => pdfium.numbers()[place / 8 + index]!;
  try {
    const count = text === 0 ? 0 : call.FPDFText_CountChars!(text);
    return read(count, (char) => {
      call.FPDFText_GetCharOrigin!(text, char, place, place + 8);
      const [x, y] = [numberAt(0), numberAt(1)];
      call.FPDFText_GetCharBox!(text, char, place, place + 8, place + 16, place + 24);
      return {
        code: call.FPDFText_GetUnicode!(text, char),
        isHyphen: call.FPDFText_IsHyphen!(text, char) === 1,
        ...{ x, y, left: numberAt(0), right: numberAt(1), bottom: numberAt(2), top: numberAt(3) },
        size: call.FPDFText_GetFontSize!(text, char),
        angle: call.FPDFText_GetCharAngle!(text, char),
      };
    });
  } finally {
    call.free!(place);
    if (text !== 0) call.FPDFText_ClosePage!(text);
    call.FPDF_ClosePage!(page);
  }
}

/** Longer metadata are no name and no title. */
const longestMetadata = 1_000;

/** Returns what the metadata say under a name; empty for nothing. */
function metadataText({ call, bytes }: Pdfium, file: number, name: string): string {
  const key = call.malloc!(name.length + 1);
  bytes().set([...new TextEncoder().encode(name), 0], key);
  const length = Math.min(call.FPDF_GetMetaText!(file, key, 0, 0), longestMetadata * 2);
  const place = call.malloc!(longestMetadata * 2);
  call.FPDF_GetMetaText!(file, key, place, longestMetadata * 2);
  const text = new TextDecoder("utf-16le").decode(bytes().slice(place, place + length));
  return text.split("\0", 1)[0]!;
}
