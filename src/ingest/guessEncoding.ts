/**
 * Guesses the encoding of a text that names none and is not UTF-8. In the right encoding the
 * letters of a word are of one script and case; in a wrong one they are symbols or letters of
 * several scripts. Each candidate decodes a sample, and the one with the most plausible words is
 * chosen. (The detectors in browsers have tables for every language, some 100 KB.)
 */

/** The size of the sample. */
const sampleBytes = 16_384;

const singleByte = [
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "koi8-r",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
] as const;
const multiByte = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"] as const;

/** Returns the likeliest encoding of these bytes, as a label of the Encoding Standard. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes);
  let best: string = singleByte[0];
  let bestScore = 0;
  for (const encoding of [...multiByte, ...singleByte]) {
    const text = decoded(encoding, sample);
    const score = text === null ? 0 : scoreOf(text, encoding);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

/** UTF-16 without a mark has a zero in nearly every pair of bytes; null if these bytes have not. */
export function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, sampleBytes) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  const most = length / 2;
  if (odd > most * zeroShare && even < most * strayShare) return "utf-16le";
  return even > most * zeroShare && odd < most * strayShare ? "utf-16be" : null;
}

/**
 * The least share of zero bytes at the positions of the high byte, and the most at those of the low
 * one.
 */
const zeroShare = 0.4;
const strayShare = 0.05;

/** Null if the bytes cannot be of this encoding; the sample may end within a character. */
function decoded(encoding: string, sample: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

/** Characters that occur in nearly every sentence of a script with two bytes a character. */
const commonInTwoBytes: Readonly<Record<string, RegExp>> = {
  shift_jis: /[ぁ-んァ-ヶー]/gu,
  "euc-jp": /[ぁ-んァ-ヶー]/gu,
  gb18030: /[的一是不了在有人这中大国上个，。]/gu,
  big5: /[的一是不了在有人這中大國上個，。]/gu,
  "euc-kr": /[가-힣]/gu,
};
/** One such character counts as much as this many letters. */
const worthOfCommon = 3;
/** Thai, Hangul and kana by chance: in the right encoding a tenth of all characters are common. */
const leastCommonShare = 0.08;

function scoreOf(text: string, encoding: string): number {
  const common = commonInTwoBytes[encoding];
  if (common !== undefined) {
    const high = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    const found = text.match(common)?.length ?? 0;
    return found < high * leastCommonShare ? 0 : found * worthOfCommon;
  }
  let score = 0;
  for (const [word] of text.matchAll(/\p{L}[^\s.,;:!?()"']{0,40}|[^\s\p{ASCII}]/gu)) {
    if (/[^\p{ASCII}]/u.test(word)) score += wordScore(word);
  }
  return score + turkishScore(text, encoding);
}

const scripts = ["Latin", "Cyrillic", "Greek", "Hebrew", "Arabic"].map(
  (script) => new RegExp(`\\p{Script=${script}}`, "u"),
);

/** Returns the number of letters of a plausible word, and its negative for an implausible one. */
function wordScore(word: string): number {
  const high = word.match(/[^\p{ASCII}]/gu)!.length;
  if (!/^[\p{L}\p{M}'’-]+$/u.test(word)) {
    return /\p{L}[^\p{L}\p{M}'’\d–—-]\p{L}/u.test(word) ? -2 * high : 0;
  }
  if (/\p{Ll}\p{Lu}/u.test(word)) return -high;
  if (/^\p{Lu}{2}/u.test(word)) return 0;
  const found = scripts.filter((script) => script.test(word));
  if (found.length > 1) return -2 * high;
  // No language in Latin letters has words of nothing but marked ones.
  return found[0] === scripts[0] && high > word.length / 2 ? -high : high;
}

/**
 * Returns a score for Turkish: six letters distinguish it from Icelandic, and its small words
 * confirm it.
 */
function turkishScore(text: string, encoding: string): number {
  if (encoding !== "windows-1254") return 0;
  const small =
    text.match(
      /(?<!\p{L})(?:ve|bir|bu|için|ile|olarak|olan|gibi|kadar|sonra|daha|çok|dedi)(?!\p{L})/gu,
    )?.length ?? 0;
  return small >= 2 ? 1 : -1;
}
