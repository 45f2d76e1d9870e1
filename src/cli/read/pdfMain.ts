/**
 * The program in which the command line reads a PDF, so that it can be ended: it takes the PDF from
 * standard input, and prints the answer as JSON. Its argument is PDFium's WebAssembly.
 */
import { readFileSync } from "node:fs";
import { readPdf } from "../../ingest/pdf/readPdf.ts";

const pdfium = await WebAssembly.compile(new Uint8Array(readFileSync(process.argv[2]!)));
process.stdout.write(JSON.stringify(await readPdf(pdfium, readFileSync(0))));
