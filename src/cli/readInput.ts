import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { bounds } from "../ingest/bounds.ts";
import { isZip } from "../ingest/formats/zipReader.ts";
import { isPdf } from "../ingest/pdf/pdfText.ts";
import { InputError, megabytes } from "./inputError.ts";

/** Standard input as it is named on the command line. */
export const standardInput = "-";

/** Returns the bytes of a file, or of standard input for "-". Throws InputError. */
export function readInput(file: string): Uint8Array {
  const name = nameOf(file);
  const isInput = file === standardInput;
  const bytes = isInput ? readStandardInput() : readFile(file, longestOf(startOf(file)));
  const longest = longestOf(bytes);
  if (bytes.length > longest) throw new InputError(tooLong(name, bytes.length, longest));
  if (bytes.length === 0) throw new InputError(`${name}: is empty; give it a page's text or HTML`);
  return bytes;
}

function longestOf(start: Uint8Array): number {
  return isPdf(start) || isZip(start) ? bounds.pdfBytes : bounds.pageBytes;
}

/** Enough to tell a PDF or a zip. */
const sniffedBytes = 64;

/** Returns the first bytes of a file; none of one that cannot be read, which `readFile` reports. */
function startOf(file: string): Uint8Array {
  const start = new Uint8Array(sniffedBytes);
  try {
    const source = openSync(file, "r");
    try {
      return start.subarray(0, readSync(source, start));
    } finally {
      closeSync(source);
    }
  } catch {
    return start.subarray(0, 0);
  }
}

/** Returns the bytes of a file. Throws InputError if it is missing, a folder or too long. */
export function readFile(file: string, longest: number): Uint8Array {
  try {
    const found = statSync(file);
    if (found.isDirectory()) {
      throw new InputError(`${file}: is a folder; name the files in it (${file}/*.html)`);
    }
    if (found.size > longest) throw new InputError(tooLong(file, found.size, longest));
    return readFileSync(file);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${file}: ${reason(error)}`);
  }
}

/** Returns the name of an input for messages. */
export function nameOf(file: string): string {
  return file === standardInput ? "standard input" : file;
}

function readStandardInput(): Uint8Array {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new InputError(`standard input: ${reason(error)}`);
  }
}

function tooLong(name: string, bytes: number, longest: number): string {
  return `${name}: is ${megabytes(bytes)}, and the longest that is read is ${megabytes(longest)}; give it one page, without what is embedded in it`;
}

/** Returns why a file cannot be read, and what to do. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file; check the path";
  if (code === "EISDIR") return "is a folder; name a file in it";
  if (code === "EACCES" || code === "EPERM") return "may not be read; check its permissions";
  return `cannot be read (${code ?? message})`;
}
