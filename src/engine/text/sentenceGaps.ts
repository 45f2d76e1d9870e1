import type { Span } from "../model/index.ts";
import { classOf, INVISIBLE, SPACE } from "./characters.ts";

/** True if a blank line begins at the line end `at`. */
export function isBlankLine(text: string, at: number): boolean {
  return hasBlankLine(text, at, skipGapWithin(text, at));
}

/** True if there is a blank line between two offsets. */
export function hasBlankLine(text: string, start: number, end: number): boolean {
  let lineEnds = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2029) return true;
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) lineEnds++;
    if (lineEnds > 1) return true;
  }
  return false;
}

/** Returns the offset after white space and invisible characters. */
export function skipGapWithin(text: string, from: number): number {
  let at = from;
  while (classOf(text.charCodeAt(at)) & (SPACE | INVISIBLE)) at++;
  return at;
}

/** Returns the offset after white space, and after lone stops before the next sentence. */
export function skipGap(text: string, from: number): number {
  let at = skipGapWithin(text, from);
  while (text.charCodeAt(at) === 0x2e && classOf(text.charCodeAt(at + 1)) & SPACE) {
    at = skipGapWithin(text, at + 1);
  }
  return at;
}

/** Adds a sentence without the white space around it; adds nothing if it is only white space. */
export function pushTrimmed(text: string, start: number, end: number, sentences: Span[]): void {
  let last = end;
  while (last > start && classOf(text.charCodeAt(last - 1)) & (SPACE | INVISIBLE)) last--;
  if (last > start) sentences.push({ start, end: last });
}
