import type { Span } from "../model/index.ts";
import {
  classOf,
  DIGIT,
  LETTER,
  LOWER,
  mayCloseQuote,
  mayOpenQuote,
  SPACE,
  UPPER,
} from "./characters.ts";
import { closingMarksEnd } from "./closingMarks.ts";
import type { LanguageTable } from "./languages.ts";
import { abbreviations } from "./languageTables.ts";
import { QuoteState } from "./quoteState.ts";
import { hasBlankLine, isBlankLine, pushTrimmed, skipGap, skipGapWithin } from "./sentenceGaps.ts";
import { abbreviationsOf, type StopWords, stopEndsSentence } from "./sentenceStops.ts";
import { speechVerbFollows } from "./speechAfterQuote.ts";

/**
 * Splits sentences in one scan over code units. At each stop, the text before it (an abbreviation,
 * an initial, a number) and after it (a lower-case letter, a name, a common first word) decides. A
 * blank line always ends a sentence. A quote of several sentences is split at its inner stops, and
 * the closing mark belongs to the sentence that it ends. Linear in the text.
 */

/**
 * Returns the sentences of a text in order, without the white space around them. The spans and the
 * gaps between them give back the text; a gap has only white space, invisible characters and stray
 * stops.
 * @param table the table of the language; null for English and languages without one
 * @param language the language, whose abbreviations count if it has no table
 */
export function splitSentences(
  text: string,
  table: LanguageTable | null = null,
  language: string | null = null,
): readonly Span[] {
  const words: StopWords = { table, neverLast: abbreviationsOf(language) };
  const sentences: Span[] = [];
  let start = skipGap(text, 0);
  const quotes = new QuoteState();
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const end = endAt(text, start, at, code, quotes, words);
    if (end === null) {
      at++;
      continue;
    }
    if (end > start) pushTrimmed(text, start, end, sentences);
    for (let inside = at + 1; inside < end; inside++) quotes.see(text, inside);
    start = skipGap(text, end);
    at = start;
  }
  pushTrimmed(text, start, text.length, sentences);
  return sentences;
}

/**
 * Returns the end of the sentence, after closing marks, if it ends at the character `at`; otherwise
 * null.
 */
function endAt(
  text: string,
  start: number,
  at: number,
  code: number,
  quotes: QuoteState,
  words: StopWords,
): number | null {
  switch (code) {
    case 0x20:
      return isLongWithoutStop(text, start, at) ? at : null;
    case 0x2e: // .
    case 0x21: // !
    case 0x3f: // ?
    case 0x2026: // …
    case 0x061f: // ؟
    case 0x06d4: // ۔
    case 0x0964: // ।
      return endAtStop(text, start, at, quotes, words);
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0xff0e: // ．
    case 0xff61: // ｡
    case 0x0965: // ॥
    case 0x0589: // ։
    case 0x1362: // ።
    case 0x17d4: // ។
    case 0x104b: // ။
      return endAtFullStop(text, at, quotes);
    case 0x0a:
    case 0x0d:
    case 0x2029:
      if (!isBlankLine(text, at)) return null;
      quotes.reset();
      return at;
    case 0x22: // "
    case 0x201c: // “
    case 0x201d: // ”
      return endAtQuote(text, at, quotes);
    case 0x201a: // ‚
    case 0x201e: // „
      quotes.see(text, at);
      return null;
    default:
      return null;
  }
}

/**
 * Returns the end of the sentence at a mark that is only ever a full stop; null if the sentence
 * around the quotation continues.
 */
function endAtFullStop(text: string, at: number, quotes: QuoteState): number | null {
  const end = closingMarksEnd(text, at + 1, quotes);
  // 「…。」と述べた: "said" follows the quotation.
  return end > at + 1 && goesOnAfterQuote.has(text[end] ?? "") ? null : end;
}

const goesOnAfterQuote: ReadonlySet<string> = new Set([
  "と",
  "、",
  "，",
  "な",
  "を",
  "に",
  "が",
  "は",
  "の",
]);

/** Thai and Lao have no stops: a space ends a run of at least this many code units. */
const longWithoutStop = 120;

function isLongWithoutStop(text: string, start: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before >= 0xe00 && before < 0xf00 && at - start >= longWithoutStop;
}

function endAtStop(
  text: string,
  start: number,
  at: number,
  quotes: QuoteState,
  words: StopWords,
): number | null {
  quotes.see(text, at);
  if (at > start && isStop(text.charCodeAt(at - 1))) return null;
  const last = stopRunEnd(text, at);
  const end = closingMarksEnd(text, last, quotes);
  const next = skipGapWithin(text, end);
  if (next >= text.length) return end;
  const isGlued = next === end;
  if (isGlued && !mayBeGlued(text, at, end)) return null;
  if (hasBlankLine(text, end, next)) return end;
  const nextKind = classOf(text.charCodeAt(firstOfWord(text, next)));
  if (nextKind & LOWER) return null;
  if (!(nextKind & (UPPER | DIGIT | LETTER)) && !mayStartSentence(text.charCodeAt(next)))
    return null;
  if (
    text.charCodeAt(at) === 0x2e &&
    last === at + 1 &&
    !stopEndsSentence(text, start, at, end, next, words)
  ) {
    return null;
  }
  if (isNameWithExclamation(text, start, at, last)) return null;
  if (end > last && text.charCodeAt(at) !== 0x2e && speechVerbFollows(text, next)) return null;
  return end;
}

function isNameWithExclamation(text: string, start: number, at: number, last: number): boolean {
  if (text.charCodeAt(at) !== 0x21 || last > at + 1) return false;
  let from = at;
  while (from > start && from > at - 16 && classOf(text.charCodeAt(from - 1)) & LETTER) from--;
  return abbreviations.namesWithExclamation.has(text.slice(from, at));
}

function stopRunEnd(text: string, at: number): number {
  let end = at + 1;
  while (isStop(text.charCodeAt(end))) end++;
  return end;
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

/**
 * True for a sentence end without a space: "borders.Russia and". Not for "Amazon.Com" or "e.g.The".
 */
function mayBeGlued(text: string, at: number, end: number): boolean {
  const before = classOf(text.charCodeAt(at - 1));
  const closes = mayCloseQuote(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 0x29;
  if (!(before & (LOWER | DIGIT)) && !closes) return false;
  if (before & LOWER && !(classOf(text.charCodeAt(at - 2)) & LOWER)) return false;
  let next = end;
  if (mayOpenQuote(text.charCodeAt(next))) next++;
  if (!(classOf(text.charCodeAt(next)) & UPPER)) return false;
  const second = text.charCodeAt(next + 1);
  const isWord = (classOf(second) & LOWER) !== 0;
  const isShortWord = (text[next] === "A" || text[next] === "I") && (classOf(second) & SPACE) !== 0;
  return (isWord || isShortWord) && !looksLikeAddress(text, next);
}

function looksLikeAddress(text: string, next: number): boolean {
  let end = next;
  while (end < next + 24 && classOf(text.charCodeAt(end)) & LETTER) end++;
  const code = text.charCodeAt(end);
  if (code === 0x2f || code === 0x40) return true;
  return end - next <= 3 && abbreviations.domainEndings.has(text.slice(next, end));
}

/**
 * Returns the end of a sentence that ends with a quotation without a stop, if the quotation was
 * opened after a colon; otherwise null.
 */
function endAtQuote(text: string, at: number, quotes: QuoteState): number | null {
  const isIntroduced = quotes.openedAfterColon && quotes.hadStop;
  quotes.see(text, at);
  if (!isIntroduced || quotes.isOpen) return null;
  const before = classOf(text.charCodeAt(at - 1));
  if (!(before & (LETTER | DIGIT))) return null;
  const next = skipGapWithin(text, at + 1);
  if (next === at + 1 || !(classOf(text.charCodeAt(next)) & UPPER)) return null;
  return speechVerbFollows(text, next) ? null : at + 1;
}

function mayStartSentence(code: number): boolean {
  return (
    mayOpenQuote(code) ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x24 ||
    code === 0x20ac ||
    code === 0xa3 ||
    code === 0xbf ||
    code === 0xa1 ||
    code === 0x2d ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2022 ||
    code === 0x40 ||
    code === 0x23 ||
    code >= 0xd800
  );
}

/** Returns the offset of the first letter or digit from `from` on, after opening marks. */
function firstOfWord(text: string, from: number): number {
  let at = from;
  while (at < from + 4 && isOpeningMark(text.charCodeAt(at))) at++;
  return at;
}

function isOpeningMark(code: number): boolean {
  return mayOpenQuote(code) || code === 0x28 || code === 0x5b || code === 0xbf || code === 0xa1;
}
