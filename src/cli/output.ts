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

/** Returns the process's own streams. */
export function processOutput(): Output {
  // A reader such as `head` may close the pipe before everything is written.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    problem: (line) => void process.stderr.write(`${line}\n`),
    width: Math.min(widest, process.stdout.columns ?? widthInPipe),
  };
}
