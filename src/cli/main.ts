import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import project from "../../package.json" with { type: "json" };
import { createIndexCache } from "./corpus/indexCache.ts";
import { loadEncoderFrom } from "./match/encoder.ts";
import { processOutput } from "./print/output.ts";
import { runProgram } from "./program.ts";
import { createPdfProcess } from "./read/pdfProcess.ts";

// The build puts the bundled corpus and the encoder's model beside the program.
const programFile = fileURLToPath(import.meta.url);
const folder = path.dirname(programFile);
const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
const cacheFolder = XDG_CACHE_HOME ?? LOCALAPPDATA ?? path.join(homedir(), ".cache");
const pdfProgram = path.join(folder, "pdf.mjs");
const build = createHash("sha256");
for (const file of [programFile, pdfProgram]) build.update(readFileSync(file));
process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    bundledFolder: path.join(folder, "corpus"),
    loadEncoder: () => loadEncoderFrom(path.join(folder, "model")),
    readPdf: createPdfProcess(pdfProgram, path.join(folder, "pdf/pdfium.wasm")),
    version: project.version,
    indexCache: createIndexCache(path.join(cacheFolder, "second-source")),
    build: build.digest("hex"),
    programFile,
  },
  processOutput(process),
);
