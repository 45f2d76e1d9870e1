import { bounds } from "./bounds.ts";
import { ArticleDataError } from "./knownData.ts";

/**
 * Thrown for JSON that has more than may be parsed at once; it was well-formed as far as it was
 * read.
 */
export class JsonBoundError extends ArticleDataError {}

/**
 * Parses JSON of a bounded number of values and levels: those, not the length of the text, decide
 * what the parsed value takes in memory. Throws JsonBoundError beyond the bounds, and
 * ArticleDataError if it is not JSON.
 */
export function parseBoundedJson(text: string, mostValues: number = bounds.recordValues): unknown {
  checkBounds(text, mostValues);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ArticleDataError("refusedJson", (error as Error).message);
  }
}

const quote = 0x22;
const backslash = 0x5c;

function checkBounds(text: string, mostValues: number): void {
  let values = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote) at = endOfString(text, at);
    else if (isOpening(char)) {
      values++;
      if (++depth > bounds.jsonDepth) {
        throw new JsonBoundError("refusedDepth");
      }
    } else if (isClosing(char)) depth--;
    else if (char === 0x2c) values++;
    if (values > mostValues) {
      throw new JsonBoundError("refusedValues", mostValues);
    }
  }
}

/**
 * Returns the end of the string that begins here: after its closing quotation mark, or at the end
 * of the text.
 */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === backslash) at++;
    else if (char === quote) return at;
  }
  return text.length;
}

function isOpening(char: number): boolean {
  return char === 0x7b || char === 0x5b;
}

function isClosing(char: number): boolean {
  return char === 0x7d || char === 0x5d;
}
