import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { bounds, megabytes } from "../../ingest/bounds.ts";
import { headBytes } from "../../ingest/fileHead.ts";
import { isZip } from "../../ingest/formats/zipReader.ts";
import { isPdf } from "../../ingest/pdf/isPdf.ts";
import { InputError } from "../inputError.ts";
import { english } from "../print/english.ts";
import { reason } from "./fileProblems.ts";

/** Standard input as it is named on the command line. */
export const standardInput = "-";

const partBytes = 65_536;

/** Returns the bytes of a file, or of standard input for "-". Throws InputError. */
export function readInput(file: string): Uint8Array {
  const name = nameOf(file);
  const isInput = file === standardInput;
  const bytes = isInput ? readStandardInput() : readFile(file, longestOf);
  const longest = longestOf(bytes);
  if (bytes.length > longest) {
    // Of a pipe no more is read.
    const isCut = bytes.length > bounds.pdfBytes;
    const size = isCut ? `more than ${megabytes(bounds.pdfBytes)}` : megabytes(bytes.length);
    throw new InputError(tooLong(name, size, longest));
  }
  if (bytes.length === 0) throw new InputError(`${name}: ${english("refusedEmpty")}`);
  return bytes;
}

function longestOf(start: Uint8Array): number {
  return isPdf(start) || isZip(start) ? bounds.pdfBytes : bounds.pageBytes;
}

/**
 * Returns the bytes of a file, which is opened once, since a pipe can be read only once. Throws
 * InputError if it is missing, a folder or too long.
 * @param longestOf gives the most bytes for a file with this beginning; none of a pipe's is known
 */
export function readFile(file: string, longestOf: (start: Uint8Array) => number): Uint8Array {
  try {
    const source = openSync(file, "r");
    try {
      const { size, isFolder, start } = beginningOf(source);
      if (isFolder) {
        throw new InputError(`${file}: is a folder; name the files in it (${file}/*.html)`);
      }
      const longest = longestOf(start);
      if (size > longest) throw new InputError(tooLong(file, megabytes(size), longest));
      return readUpTo(longest + 1, source);
    } finally {
      closeSync(source);
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${file}: ${reason(error)}`);
  }
}

function beginningOf(source: number) {
  const found = fstatSync(source);
  const start = new Uint8Array(found.isFile() ? headBytes : 0);
  const count = found.isFile() ? readSync(source, start, 0, start.length, 0) : 0;
  return { size: found.size, isFolder: found.isDirectory(), start: start.subarray(0, count) };
}

/** Reads on from where the source is, until there are this many bytes or it ends. */
function readUpTo(most: number, source: number): Uint8Array {
  const part = new Uint8Array(partBytes);
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < most) {
    const count = readSync(source, part);
    if (count === 0) break;
    parts.push(part.slice(0, count));
    length += count;
  }
  return Buffer.concat(parts, length);
}

/** Returns the name of an input for messages. */
export function nameOf(file: string): string {
  return file === standardInput ? "standard input" : file;
}

function readStandardInput(): Uint8Array {
  try {
    return readUpTo(bounds.pdfBytes + 1, 0);
  } catch (error) {
    throw new InputError(`standard input: ${reason(error)}`);
  }
}

function tooLong(name: string, size: number | string, longest: number): string {
  const key = longest === bounds.pdfBytes ? "refusedLongDocument" : "refusedTooLarge";
  return `${name}: ${english(key, [size, megabytes(longest)])}`;
}
