import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadEncoderFrom } from "./encoder.ts";
import { processOutput } from "./output.ts";
import { runProgram } from "./program.ts";

// The build puts the bundled corpus and the encoder's model beside the program.
const folder = path.dirname(fileURLToPath(import.meta.url));
process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    bundledFolder: path.join(folder, "corpus"),
    loadEncoder: () => loadEncoderFrom(path.join(folder, "model")),
  },
  processOutput(),
);
