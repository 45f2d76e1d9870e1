import { guessEncoding, guessUtf16 } from "./guessEncoding.ts";

/** The first bytes, by which text is distinguished from other data. */
const sniffedBytes = 8192;
const mostControlShare = 0.02;

/**
 * Decodes bytes to text: by byte order mark, else as UTF-8, else by the charset that `contentType`
 * or the document names, else by the charset in which they look most like text. Null if the bytes
 * are not text.
 */
export function decodeText(bytes: Uint8Array, contentType = ""): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const unmarked = guessUtf16(bytes);
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodedAs(namedIn(contentType) ?? namedInside(bytes), bytes);
  }
}

/** A page of UTF-8 may have a few broken characters, as where a comment was cut. */
const mostBrokenShare = 0.1;

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, judgedBytes));
  const high = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken <= high * mostBrokenShare;
}

/** Encodings are judged by more: pages have little but ASCII in their heads. */
const judgedBytes = 1_000_000;

/** Returns the encoding that a byte order mark names, or null. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (isNearlyAscii(bytes)) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * The share of ASCII bytes that rules out UTF-16, in which it is .87 at most (hiragana). News in UTF-8
 * has .95 and more.
 */
const nearlyAsciiShare = 0.92;
/** A few words of hiragana can be ASCII to the last byte. */
const leastJudgedBytes = 200;

/**
 * True for bytes that are not UTF-16, whatever byte order mark precedes them by mistake: they would
 * read as Chinese.
 */
function isNearlyAscii(bytes: Uint8Array): boolean {
  const judged = bytes.subarray(0, sniffedBytes);
  const printed = judged.reduce((sum, byte) => sum + (byte >= 32 && byte < 127 ? 1 : 0), 0);
  return judged.length >= leastJudgedBytes && printed > judged.length * nearlyAsciiShare;
}

/**
 * True for bytes that are not text: they have zero bytes, or more than a few control characters.
 */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sniffedBytes);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return controls > length * mostControlShare;
}

function namedInside(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, sniffedBytes));
  const named = namedIn(start);
  if (named !== undefined && !/^utf-?8$/i.test(named)) return named;
  // A label "utf-8" is often false; then the encoding is guessed.
  return isNearlyUtf8(bytes) ? "utf-8" : guessEncoding(bytes);
}

/** Returns the charset named as in Content-Type, in `<meta>` or in an XML declaration. */
function namedIn(text: string): string | undefined {
  return /(?:charset|<\?xml[^>]{0,200}encoding)\s*=[\s"']*([\w-]+)/i.exec(text)?.[1];
}

function decodedAs(encoding: string, bytes: Uint8Array): string {
  const decoder = decoderFor(encoding);
  const text = decoder.decode(bytes);
  return decoder.encoding === "windows-1252" ? withPrintedMarks(text) : text;
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** The characters that Windows-1252 has from 0x80 to 0x9f, in place of control characters. */
const windowsMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node decodes Windows-1252 as Latin-1, which has no quotation marks. */
function withPrintedMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => windowsMarks[control.charCodeAt(0) - 0x80]!);
}
