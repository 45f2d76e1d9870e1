/**
 * Classifies UTF-16 code units, as bit flags in one byte. The code units are classified in pages of
 * 256, which are filled from the Unicode properties at their first use: English text touches two
 * pages, so a cold start costs 512 look-ups instead of 65,536. Surrogates have no flag: characters
 * beyond the basic plane count as symbols.
 */
export const LETTER = 1;
/** Capital letters. */
export const UPPER = 2;
/** Small letters. */
export const LOWER = 4;
/** Decimal digits of any script. */
export const DIGIT = 8;
/** White space. */
export const SPACE = 16;
/** Combining marks: they continue the word that they are in. */
export const MARK = 32;
/** Letters of scripts written without spaces. */
export const IDEOGRAPH = 64;
/** Invisible: soft hyphen, zero-width characters, direction marks, byte order mark. */
export const INVISIBLE = 128;

const pages: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(256);

/** Returns the flags of a code unit. NaN (past the end of a text) has none. */
export function classOf(code: number): number {
  if (!(code >= 0)) return 0;
  const page = pages[code >> 8] ?? fillPage(code >> 8);
  return page[code & 0xff]!;
}

function fillPage(number: number): Uint8Array {
  const page = new Uint8Array(256);
  for (let low = 0; low < 256; low++) page[low] = classify((number << 8) | low);
  pages[number] = page;
  return page;
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (isInvisible(code)) return INVISIBLE;
  if (/[\s\u0085]/.test(character)) return SPACE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return MARK;
  if (!/\p{L}/u.test(character)) return 0;
  if (unparted.test(character)) return LETTER | IDEOGRAPH;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return LETTER | UPPER;
  return /\p{Ll}/u.test(character) ? LETTER | LOWER : LETTER;
}

const unparted =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/** True for Chinese and Japanese characters, of which one says what two letters do. */
export function isDense(code: number): boolean {
  return (classOf(code) & IDEOGRAPH) !== 0 && dense.test(String.fromCharCode(code));
}

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/**
 * Returns how many words a token stands for: one, or, in a script without spaces, whose tokens are
 * runs of words, one for two dense characters or four letters.
 */
export function wordsInToken(text: string): number {
  const first = text.charCodeAt(0);
  if ((classOf(first) & IDEOGRAPH) === 0) return 1;
  return Math.ceil(text.length / (isDense(first) ? 2 : 4));
}

function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** True for marks that can only open a quotation: “ ‘ « „ ‚ ‹ 「 『 and the straight ones. */
export function mayOpenQuote(code: number): boolean {
  switch (code) {
    case 0x22:
    case 0x27:
    case 0x201c:
    case 0x2018:
    case 0xab:
    case 0xbb:
    case 0x201e:
    case 0x201a:
    case 0x2039:
    case 0x300c:
    case 0x300e:
      return true;
    default:
      return false;
  }
}

/** True for marks that can close a quotation: ” ’ » “ (German) › 」 』 and the straight ones. */
export function mayCloseQuote(code: number): boolean {
  switch (code) {
    case 0x22:
    case 0x27:
    case 0x201d:
    case 0x2019:
    case 0xbb:
    case 0xab:
    case 0x201c:
    case 0x203a:
    case 0x300d:
    case 0x300f:
      return true;
    default:
      return false;
  }
}
