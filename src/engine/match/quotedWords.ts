import type { Span } from "../model/index.ts";
import { classOf, DIGIT, LETTER } from "../text/characters.ts";
import { isStopword } from "../text/stems.ts";
import type { PreparedPassage } from "./preparedPassage.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** Fewer quoted words are a fragment: the passage is compared as a whole. */
const fewestQuotedWords = 5;

/**
 * Which words carry the utterance: those between quotation marks if there are enough of
 * them, else all. A mark that is not closed reaches to the end, one that only closes from the start.
 */
export function coreWords(passage: PreparedPassage): readonly number[] {
  const all = passage.words.map((_, place) => place);
  const spans = quotedSpans(passage.text);
  if (spans.length === 0) return all;
  const quoted = all.filter((place) => {
    return isInside(passage.words[place]!, spans);
  });
  return quoted.length < fewestQuotedWords ? all : quoted;
}

/** For each unit 1 if it stands among the words that carry the utterance, else 0. */
export function coreUnits(passage: PreparedPassage): Uint8Array {
  const { units, words } = passage;
  const isCore = new Uint8Array(units.length);
  let unit = 0;
  for (const place of coreWords(passage)) {
    const { start } = words[place]!;
    while (unit < units.length && units[unit]!.end <= start) unit++;
    if (unit < units.length && units[unit]!.start <= start) isCore[unit] = 1;
  }
  return isCore;
}

/** True if a content word stands between quotation marks in both passages, at the same place of their wording. */
export function sharesQuotedWords(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): boolean {
  const ofPage = quotedSpans(page.text);
  const ofCorpus = ofPage.length === 0 ? [] : quotedSpans(corpus.text);
  if (ofCorpus.length === 0) return false;
  return alignment.page.some((place, i) => {
    const word = page.words[place]!;
    const other = corpus.words[alignment.corpus[i]!]!;
    return !isStopword(word.folded) && isInside(word, ofPage) && isInside(other, ofCorpus);
  });
}

function isInside({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}

/** Offsets between quotation marks of any style, in order, none within another. */
function quotedSpans(text: string): readonly Span[] {
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

/** “ opens, but closes what „ opened; a straight mark and » do what is due. */
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
    default:
      return "none";
  }
}

/** A single mark inside a word is an apostrophe; one at a word's end closes only what is open. */
function singleMark(text: string, at: number, isOpen: boolean): Mark {
  const code = text.charCodeAt(at);
  if (code !== 0x2018 && code !== 0x2019 && code !== 0x27) return "none";
  if (standsBefore(text, at)) return isOpen ? "none" : "open";
  return isOpen && !isLetter(text.charCodeAt(at + 1)) ? "close" : "none";
}

/** True if the mark stands before a word and after none. */
function standsBefore(text: string, at: number): boolean {
  return !isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (classOf(code) & (LETTER | DIGIT)) !== 0;
}
