import path from "node:path";
import { fileURLToPath } from "node:url";
import { processOutput } from "./output.ts";
import { runProgram } from "./program.ts";

// The build puts the bundled corpus beside the program.
const bundledFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "corpus");
process.exitCode = runProgram(process.argv.slice(2), bundledFolder, processOutput());
