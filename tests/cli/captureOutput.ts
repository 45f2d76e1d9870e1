import { noIndexCache } from "../../src/cli/corpus/indexCache.ts";
import type { Output } from "../../src/cli/print/output.ts";
import { runProgram } from "../../src/cli/program.ts";
import type { ProgramParts } from "../../src/cli/programParts.ts";
import { readProjectPdf } from "../support/projectPdf.ts";

/** What a run of the command line wrote and returned. */
export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly problems: readonly string[];
}

/** What a run has that is about something else. */
export const usualParts = {
  bundledFolder: "assets/corpus",
  readPdf: readProjectPdf,
  version: "1.2.3",
  indexCache: noIndexCache,
  build: "this",
  programFile: null,
};

const isMaking = (command: string | undefined) => command === "build" || command === "merge";

const comparing = new Set(["match", "compare", "retrieve"]);

/**
 * Runs the command line in this process by words alone: quick, and the same to the last digit on
 * every machine. The bundled corpus is looked for in `bundledFolder`.
 */
export function run(args: readonly string[], bundledFolder = "assets/corpus"): Promise<Run> {
  const [command = ""] = args;
  const loadEncoder = () => Promise.reject(new Error("this run has no encoder"));
  const isComparing = comparing.has(command) || (command === "corpus" && isMaking(args[1]));
  const parts = { ...usualParts, bundledFolder, loadEncoder };
  return runWith(parts, [...args, ...(isComparing ? ["--words-only"] : [])]);
}

/** Runs the command line in this process. */
export async function runWith(parts: ProgramParts, args: readonly string[]): Promise<Run> {
  let out = "";
  const problems: string[] = [];
  const output: Output = {
    out: (text) => {
      out += text;
    },
    problem: (line) => {
      problems.push(line);
    },
    width: 80,
  };
  const exitCode = await runProgram(args, parts, output);
  return { exitCode, out, problems };
}
