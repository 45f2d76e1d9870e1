import type { BlockFeatures } from "../model/index.ts";

/** What the rules need to know of a block's text, computed once. */
export interface MeasuredBlock {
  readonly features: BlockFeatures;
  readonly words: number;
  /** True if the text ends as a sentence does, or with a colon. */
  readonly endsSentence: boolean;
  /** Share of the text that is inside links: 0..1. */
  readonly linkDensity: number;
  /** Letters and digits in lower case: the same for lines that differ only in punctuation. */
  readonly key: string;
}

/** Longer texts get no key: no rule compares them. */
const longestKeyedText = 400;

/** Measures one block; linear in its text. */
export function measureBlock(features: BlockFeatures): MeasuredBlock {
  const { text, linkChars } = features;
  const words = countWords(text);
  return {
    features,
    words,
    endsSentence: endsLikeSentence(text) && !(words <= longestCutLine && isCutOff(text)),
    linkDensity: text.length === 0 ? 0 : Math.min(1, linkChars / text.length),
    key: text.length <= longestKeyedText ? letterKey(text) : text,
  };
}

/** A line of at most this many words that ends in an ellipsis is a teaser cut short. */
const longestCutLine = 14;

function isCutOff(text: string): boolean {
  return text.endsWith("…") || text.endsWith("...");
}

/** Returns the letters and digits of a text in lower case; "" if it has none. */
export function letterKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Returns the number of words in a text: runs between white space, and one word per two characters
 * in scripts without spaces (Chinese, Japanese).
 */
export function countWords(text: string): number {
  let words = 0;
  let unparted = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isUnpartedScript(code)) {
      unparted++;
      inWord = false;
    } else if (isSpace(code)) {
      inWord = false;
    } else if (!inWord && isWordStart(code)) {
      inWord = true;
      words++;
    }
  }
  return words + Math.ceil(unparted / 2);
}

/** Closing quotation marks and brackets that may follow the mark that ends a sentence. */
const closers = "\"'”’»›“)]}*」』";
const sentenceEnds = ".!?…:;。！？؟।॥۔።";

/**
 * True if the text ends with a mark that ends a sentence, apart from closing quotation marks and
 * brackets.
 */
export function endsLikeSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && (closers.includes(text.charAt(at)) || isSpace(text.charCodeAt(at)))) at--;
  return at >= 0 && sentenceEnds.includes(text.charAt(at));
}

function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff;
}

/**
 * True for digits, Latin letters and all characters above Latin-1 letters; not for a lone dash or
 * bullet.
 */
function isWordStart(code: number): boolean {
  if (code < 0xc0) {
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  }
  return code < 0x2000 || code > 0x2bff;
}

function isUnpartedScript(code: number): boolean {
  return code >= 0x3040 && code <= 0x9fff;
}
