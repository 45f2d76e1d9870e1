import type { Span } from "../model/index.ts";
import {
  classOf,
  DIGIT,
  IDEOGRAPH,
  INVISIBLE,
  LETTER,
  LOWER,
  MARK,
  SPACE,
  UPPER,
} from "./characters.ts";
import { foldWord } from "./foldWord.ts";
import { once } from "./once.ts";
import { remember } from "./remember.ts";
import { termHash } from "./termHash.ts";
import { formOf, type WordForm } from "./wordForm.ts";
import { rememberForms } from "./wordForms.ts";

/**
 * Words, numbers and punctuation, in one pass over code units.
 *
 * A hyphenated word is a word, the hyphen and a word ("U.S.", "-", "led"), so that "U.S.-led" and
 * "led by the U.S." share tokens; the spans touch, so that the whole can be joined again.
 * Initials with stops are one word ("U.S.", "a.m."). The span of a number has its separators, `folded`
 * does not ("1,500" → "1500"); a unit that touches it is a word of its own ("5bn"). Digits of other
 * scripts become Latin ones in `folded`. Scripts without spaces are segmented into runs of words with the
 * Unicode dictionaries (Intl.Segmenter).
 */
export interface Token extends Span {
  readonly kind: "word" | "number" | "punctuation";
  /**
   * The form for comparison: lower case, without diacritics, final 's and the stops of initials.
   * "US" and "U.S." are "usa", apart from the pronoun. Ordinals are their number ("15th" → "15").
   */
  readonly folded: string;
  /**
   * What the language tables know of the word, as bits; 0 for numbers and marks. See wordTraits.
   */
  readonly traits: number;
  /** Further properties of the word or number; empty for a mark. */
  readonly form: WordForm;
}

/**
 * Returns the tokens of a text in order; white space and invisible characters are between them.
 *
 * @param functionWords folded words that carry no content in the text's language, where it is not English
 */
export function tokenise(
  text: string,
  functionWords: ReadonlySet<string> | null = null,
): readonly Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind & (SPACE | INVISIBLE)) at++;
    else if (kind & DIGIT) at = pushNumber(text, at, tokens);
    else if (kind & LETTER) at = pushWord(text, at, kind, tokens);
    else at = pushPunctuation(text, at, tokens);
  }
  return functionWords === null ? tokens : tokens.map((token) => emptied(token, functionWords));
}

/** A function word's token, with a form that carries no content. */
function emptied(token: Token, functionWords: ReadonlySet<string>): Token {
  const { form } = token;
  if (token.kind !== "word" || form.isStopword || !functionWords.has(token.folded)) return token;
  return { ...token, form: { ...form, isStopword: true } };
}

const STOP = 0x2e;
const COMMA = 0x2c;
const ARABIC_DECIMAL = 0x66b;
const ARABIC_THOUSANDS = 0x66c;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;

const INSIDE_WORD = LETTER | DIGIT | MARK | INVISIBLE;

function pushWord(text: string, start: number, first: number, tokens: Token[]): number {
  if (first & IDEOGRAPH) {
    return pushUnparted(text, start, tokens);
  }
  const end = initialsEnd(text, start) ?? wordEnd(text, start);
  pushForm(text, start, end, tokens);
  return end;
}

/**
 * Splits a stretch without spaces into runs of a few words of the Unicode dictionaries. The cuts
 * depend on the hash of the word before them, not on where the stretch begins (content-defined
 * chunking), so equal pieces of two texts are cut alike and an edit changes only the run around it.
 */
function pushUnparted(text: string, start: number, tokens: Token[]): number {
  let end = start + 1;
  while (end < start + longestUnparted && classOf(text.charCodeAt(end)) & (IDEOGRAPH | MARK)) end++;
  const first = scaleEnd(text, start);
  if (first > start) pushRun(text, start, first, tokens);
  let from = first;
  for (const { segment, index } of segmenter().segment(text.slice(first, end))) {
    const to = first + index + segment.length;
    const isCut = to - from >= shortestRun && termHash("wordRun", segment) % 2 === 0;
    if (!isCut && to - from < longestRun && to < end) continue;
    pushRun(text, from, to, tokens);
    from = to;
  }
  return end;
}

function pushRun(text: string, start: number, end: number, tokens: Token[]): void {
  const folded = text.slice(start, end);
  tokens.push({ start, end, kind: "word", folded, traits: 0, form: formAsIs(folded) });
}

/** Returns the end of the characters that multiply the digits before them: "35億", "1.5万". */
function scaleEnd(text: string, start: number): number {
  if ((classOf(text.charCodeAt(start - 1)) & DIGIT) === 0) return start;
  let end = start;
  while (end < start + 2 && scaleCharacters.includes(text[end] ?? " ")) end++;
  return end;
}

const scaleCharacters = "百千万萬億亿兆";

/**
 * In code units: a shorter run proves nothing by itself, a longer one would hide too long an edit.
 */
const [shortestRun, longestRun] = [5, 12];

/** The longest stretch that is segmented at once; no sentence is longer. */
const longestUnparted = 400;

/** The dictionaries are the same for every locale. */
const segmenter = /* @__PURE__ */ once(() => new Intl.Segmenter("ja", { granularity: "word" }));

function pushForm(text: string, start: number, end: number, tokens: Token[]): void {
  const form = formAt(text, start, end);
  const { folded, traits } = form;
  tokens.push({ start, end, kind: "word", folded, traits, form });
}

/** Letters, digits and marks, and apostrophes between letters. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind & DIGIT && isArabic(text.charCodeAt(at - 1))) break;
    if (kind & INSIDE_WORD && !(kind & IDEOGRAPH)) at++;
    else if (isApostrophe(code) && classOf(text.charCodeAt(at + 1)) & LETTER) at += 2;
    else break;
  }
  return at;
}

/** True for Arabic letters, of which "and" is written without a space before a number: "و١٥". */
function isArabic(code: number): boolean {
  return code >= 0x620 && code <= 0x64a;
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === RIGHT_QUOTE;
}

/** The end of "U.S." or "a.m.": single letters each with a stop, at least two; null if there are none. */
function initialsEnd(text: string, start: number): number | null {
  let at = start;
  let letters = 0;
  while (classOf(text.charCodeAt(at)) & LETTER && text.charCodeAt(at + 1) === STOP) {
    letters++;
    at += 2;
  }
  if (letters === 0) return null;
  const next = classOf(text.charCodeAt(at));
  if (!(next & LETTER)) return letters > 1 ? at : null;
  // "U.S" without the last stop, but not "U.Smith".
  if (classOf(text.charCodeAt(at + 1)) & INSIDE_WORD) return null;
  return at + 1;
}

function pushNumber(text: string, start: number, tokens: Token[]): number {
  let at = start;
  let digits = "";
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classOf(code) & DIGIT) digits += code < 0x80 ? text[at] : digitOf(code);
    else if (isInsideNumber(code) && classOf(text.charCodeAt(at + 1)) & DIGIT) {
      if (code === STOP || code === ARABIC_DECIMAL || !isThousands(text, at)) digits += ".";
    } else break;
    at++;
  }
  const letters = casedLettersAfter(text, at);
  if (letters !== "" && ordinalEndings.has(letters)) {
    at += letters.length;
  } else if (letters !== "" && !isTouchingUnit(letters)) {
    const end = wordEnd(text, start);
    pushForm(text, start, end, tokens);
    return end;
  }
  const form = formAsIs(digits);
  tokens.push({ start, end: at, kind: "number", folded: digits, traits: 0, form });
  return at;
}

function isInsideNumber(code: number): boolean {
  return code === COMMA || code === STOP || code === ARABIC_DECIMAL || code === ARABIC_THOUSANDS;
}

/** Returns the value of a digit of any script: those of a script follow each other from 0 on. */
export function digitOf(code: number): number {
  let digit = 0;
  while (digit < 9 && classOf(code - digit - 1) & DIGIT) digit++;
  return digit;
}

/** True if the comma at `at` parts three digits from what is before ("1,500"). */
function isThousands(text: string, at: number): boolean {
  for (let digit = 1; digit <= 3; digit++) {
    if (!(classOf(text.charCodeAt(at + digit)) & DIGIT)) return false;
  }
  return !(classOf(text.charCodeAt(at + 4)) & DIGIT);
}

const ordinalEndings: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

const touchingUnits: ReadonlySet<string> = new Set(
  "m bn b k tn mn km kg mm cm g mph kph pm am pc pct mw gw kw".split(" "),
);

function isTouchingUnit(letters: string): boolean {
  return touchingUnits.has(letters);
}

/**
 * Up to four letters that touch the number, in lower case; longer runs are cut, and match nothing.
 * None in scripts without capitals, where a number is followed by what it counts: "3500名", "12일".
 */
function casedLettersAfter(text: string, start: number): string {
  if (!isOfCasedWord(classOf(text.charCodeAt(start)))) return "";
  let at = start;
  while (at < start + 4 && classOf(text.charCodeAt(at)) & INSIDE_WORD) at++;
  return text.slice(start, at).toLowerCase();
}

function isOfCasedWord(kind: number): boolean {
  return (kind & INSIDE_WORD) !== 0 && ((kind & LETTER) === 0 || (kind & (UPPER | LOWER)) !== 0);
}

function pushPunctuation(text: string, start: number, tokens: Token[]): number {
  const code = text.charCodeAt(start);
  const isPair =
    code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(start + 1) & 0xfc00) === 0xdc00;
  const end = start + (isPair ? 2 : 1);
  const folded = text.slice(start, end);
  tokens.push({ start, end, kind: "punctuation", folded, traits: 0, form: noWord });
  return end;
}

const formAt = /* @__PURE__ */ rememberForms(foldWord);

/** The numbers of some days of news, or the characters of a language. */
const cachedAsIs = 5000;

/** The form of digits and ideographs, which are folded already. */
const formAsIs = /* @__PURE__ */ remember(cachedAsIs, formOf);

const noWord: WordForm = /* @__PURE__ */ formOf("");
