import type { Span } from "../model/index.ts";
import { classOf, DIGIT, LETTER } from "./characters.ts";

/** Offsets between quotation marks of any style, in order, none within another. */
export function quotedSpans(text: string): readonly Span[] {
  const double = spansBetween(text, doubleMark);
  return double.length > 0 ? double : spansBetween(text, singleMark);
}

type Mark = "open" | "close" | "none";

function spansBetween(
  text: string,
  markAt: (text: string, at: number, isOpen: boolean) => Mark,
): readonly Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = markAt(text, at, open >= 0);
    if (mark === "open") open = at + 1;
    if (mark !== "close") continue;
    const start = Math.max(open, spans.at(-1)?.end ?? 0);
    spans.push({ start, end: at });
    open = -1;
  }
  if (open >= 0) spans.push({ start: open, end: text.length });
  return spans;
}

/** “ opens a quotation, but closes one that „ opened; a straight mark and » do what fits. */
function doubleMark(text: string, at: number, isOpen: boolean): Mark {
  switch (text.charCodeAt(at)) {
    case 0x201e:
    case 0xab:
      return isOpen ? "close" : "open";
    case 0x201c:
      return isOpen ? "close" : "open";
    case 0x201d:
      return "close";
    case 0xbb:
    case 0x22:
      return isOpen || !standsBefore(text, at) ? "close" : "open";
    case 0x27:
      // Two apostrophes are typed for a double mark.
      if (text.charCodeAt(at + 1) !== 0x27) return "none";
      return isOpen ? "close" : "none";
    default:
      return "none";
  }
}

/**
 * A single mark inside a word is an apostrophe; one at the end of a word closes only an open
 * quotation.
 */
function singleMark(text: string, at: number, isOpen: boolean): Mark {
  const code = text.charCodeAt(at);
  if (code !== 0x2018 && code !== 0x2019 && code !== 0x27) return "none";
  if (standsBefore(text, at)) return isOpen ? "none" : "open";
  return isOpen && !isLetter(text.charCodeAt(at + 1)) ? "close" : "none";
}

/** True if a word follows the mark and none precedes it. */
function standsBefore(text: string, at: number): boolean {
  return !isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (classOf(code) & (LETTER | DIGIT)) !== 0;
}
