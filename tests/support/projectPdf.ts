import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { createPdfProcess, type ReadPdf } from "../../src/cli/read/pdfProcess.ts";

const wasmFile = createRequire(join(process.cwd(), "package.json")).resolve(
  "@embedpdf/pdfium/pdfium.wasm",
);

/** PDFium out of its package. */
export function readPdfium(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(new Uint8Array(readFileSync(wasmFile)));
}

let read: ReadPdf | null = null;

/** Reads a PDF as the command line does, in a process of the sources as they are. */
export const readProjectPdf: ReadPdf = (pdf) => {
  read ??= createPdfProcess(bundledProgram(), wasmFile);
  return read(pdf);
};

function bundledProgram(): string {
  const outfile = resolve(`node_modules/.cache/tests/pdf-${process.pid}.mjs`);
  buildSync({
    ...{ entryPoints: ["src/cli/read/pdfMain.ts"], outfile, bundle: true, packages: "external" },
    ...{ format: "esm", platform: "node", target: "node20", logLevel: "warning" },
  });
  return outfile;
}
