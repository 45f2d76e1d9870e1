import { classOf, DIGIT, mayCloseQuote, SPACE } from "./characters.ts";
import type { QuoteState } from "./quoteState.ts";

/**
 * Returns the offset after the marks that close with the sentence; one may follow a space ("… fini.
 * »", "Non ! », dit-il").
 */
export function closingMarksEnd(text: string, from: number, quotes: QuoteState): number {
  const end = touchingMarksEnd(text, from, quotes);
  if (!(classOf(text.charCodeAt(end)) & SPACE)) return end;
  const mark = text.charCodeAt(end + 1);
  if (mark !== 0x201d && mark !== 0xbb) return end;
  const after = end + 2;
  const isClosing = after >= text.length || text.charCodeAt(after) === 0x2c;
  return isClosing || classOf(text.charCodeAt(after)) & SPACE ? after : end;
}

/**
 * Returns the offset after the quotation marks, brackets and note numbers ("[3]") that touch the
 * stop.
 */
function touchingMarksEnd(text: string, from: number, quotes: QuoteState): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 0x22 && !quotes.closesAt(text, end)) break;
    if (code === 0x201c && !quotes.isGermanOpen) break;
    if (code === 0x2018 && quotes.isLowSingleOpen) {
      quotes.isLowSingleOpen = false;
      end++;
      continue;
    }
    if (code === 0x29 || code === 0x5d || mayCloseQuote(code)) end++;
    else if (code === 0x5b) {
      const note = noteEnd(text, end);
      if (note === null) break;
      end = note;
    } else break;
  }
  return end;
}

function noteEnd(text: string, at: number): number | null {
  let end = at + 1;
  while (end < at + 4 && classOf(text.charCodeAt(end)) & DIGIT) end++;
  return end > at + 1 && text.charCodeAt(end) === 0x5d ? end + 1 : null;
}
