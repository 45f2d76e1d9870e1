import { reasonNotWritten } from "../read/fileProblems.ts";

/** Where a command writes, and the width of a line. Injected, so that tests can read it. */
export interface Output {
  out(text: string): void;
  /** One line on standard error. */
  problem(line: string): void;
  readonly width: number;
}

/** The width of a line: at most this on a terminal, and this in a pipe. */
const widest = 96;
const widthInPipe = 80;

/** What `processOutput` needs of a process. */
export type OutputProcess = Pick<NodeJS.Process, "stdout" | "stderr" | "exit">;

/**
 * Returns the process's own streams. The process ends, quietly, when a reader such as `head` has closed the pipe,
 * and with a line when what it prints cannot be written.
 */
export function processOutput(its: OutputProcess): Output {
  const { stdout, stderr } = its;
  const problem = (line: string) => void stderr.write(`${line}\n`);
  const end = (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") its.exit();
    problem(`standard output: cannot be written: ${reasonNotWritten(error)}`);
    its.exit(1);
  };
  stdout.on("error", end);
  // Nobody is left to be told.
  stderr.on("error", () => undefined);
  return {
    out(text) {
      stdout.write(text);
      // Commands that never wait would hear the event only after their last page.
      if (stdout.errored) end(stdout.errored);
    },
    problem,
    width: Math.min(widest, stdout.columns ?? widthInPipe),
  };
}
