import type { Output } from "../../src/cli/output.ts";
import { runProgram } from "../../src/cli/program.ts";

/** What a run of the command line wrote and returned. */
export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly problems: readonly string[];
}

/** Runs the command line in this process; the bundled corpus is looked for in `bundledFolder`. */
export function run(args: readonly string[], bundledFolder = "assets/corpus"): Run {
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
  const exitCode = runProgram(args, bundledFolder, output);
  return { exitCode, out, problems };
}
