import { closeSync, openSync, readSync } from "node:fs";
import { InputError } from "../inputError.ts";
import { reason } from "./fileProblems.ts";
import { nameOf, standardInput } from "./readInput.ts";

/** One line of a file, without its end, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

const chunkBytes = 1 << 16;
/** A line is one pair or one query; what never ends must not fill the memory. */
const longestLine = 10_000_000;

/**
 * The lines of a UTF-8 file, or of standard input for "-", that are not blank. Read in pieces, so
 * that a file of any size needs the memory of its longest line. Throws InputError.
 */
export function* readLines(file: string): Generator<Line> {
  const name = nameOf(file);
  const source = file === standardInput ? 0 : guarded(name, () => openSync(file, "r"));
  try {
    yield* linesOf(name, source);
  } finally {
    if (source !== 0) closeSync(source);
  }
}

function* linesOf(name: string, source: number): Generator<Line> {
  const decoder = new TextDecoder();
  const chunk = new Uint8Array(chunkBytes);
  let rest = "";
  let number = 0;
  let isOver = false;
  while (!isOver) {
    const bytes = guarded(name, () => readChunk(source, chunk));
    isOver = bytes === 0;
    const lines = (rest + decoder.decode(chunk.subarray(0, bytes), { stream: !isOver })).split(
      "\n",
    );
    rest = isOver ? "" : (lines.pop() ?? "");
    if (rest.length > longestLine) {
      throw new InputError(`${name}: line ${number + lines.length + 1} is too long to be read`);
    }
    for (const text of lines) {
      number++;
      if (text.trim() !== "") yield { number, text };
    }
  }
}

/** How long to wait for a pipe that has nothing yet. */
const pipePauseMs = 5;

function readChunk(source: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(source, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pipePauseMs);
    }
  }
}

function guarded<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`${name}: ${reason(error)}`);
  }
}
