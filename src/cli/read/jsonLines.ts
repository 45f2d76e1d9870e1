import { InputError } from "../inputError.ts";
import type { Output } from "../print/output.ts";
import { nameOf } from "./readInput.ts";
import { readLines } from "./readLines.ts";

/** The value of one line. Throws InputError with what is wrong with it, the line not named. */
export type LineReader<T> = (value: Readonly<Record<string, unknown>>) => T;

/**
 * The objects of a JSON Lines file, or of standard input for "-", one at a time. A line that
 * cannot be used is given to `problem` with its number, and left out. Throws InputError if the
 * file itself cannot be read.
 */
export function* readJsonLines<T>(
  file: string,
  readLine: LineReader<T>,
  problem: (line: string) => void,
): Generator<T> {
  for (const { number, text } of readLines(file)) {
    let value: T;
    try {
      value = readLine(parseObject(text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problem(`${nameOf(file)}: line ${number}: ${error.message}`);
      continue;
    }
    yield value;
  }
}

/** Returns the text under a name. Throws InputError if there is none. */
export function textIn(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  if (typeof value === "string") return value;
  throw new InputError(
    `"${name}" is ${value === undefined ? "missing" : "not a text"}; put it in quotation marks`,
  );
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`is not JSON (${(error as Error).message}); put one object on each line`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputError("is not an object; put one object on each line");
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The characters that are printed in one write. */
const mostPending = 1 << 16;

/** Returns a printer of objects, one a line, in few writes; `end` prints the rest. */
export function createLinePrinter(output: Output): { print(value: object): void; end(): void } {
  let pending = "";
  const end = () => {
    if (pending !== "") output.out(pending);
    pending = "";
  };
  return {
    print(value) {
      pending += `${JSON.stringify(value)}\n`;
      if (pending.length > mostPending) end();
    },
    end,
  };
}
