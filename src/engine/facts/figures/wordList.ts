import { classOf, DIGIT, IDEOGRAPH, LETTER, MARK } from "../../text/characters.ts";

/** Words or phrases with their values, the longest first, in lower case. */
export type WordList<Value> = readonly (readonly [word: string, value: Value])[];

/** Returns the list of some words, each also without the dots that Devanagari may leave out. */
export function wordList<Value>(
  entries: readonly (readonly [word: string, value: Value])[],
): WordList<Value> {
  const list = new Map<string, Value>();
  for (const [word, value] of entries) {
    const lower = word.toLowerCase().normalize("NFC");
    for (const form of [lower, lower.replaceAll("\u093c", "")])
      if (form !== "" && !list.has(form)) list.set(form, value);
  }
  return [...list].sort((a, b) => b[0].length - a[0].length);
}

/** A word that was found in a text. Offsets are the text's. */
export interface FoundWord<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** Returns the longest word of a list that begins at an offset, or null. */
export function wordAt<Value>(
  list: WordList<Value>,
  text: string,
  start: number,
): FoundWord<Value> | null {
  const first = text.charAt(start).toLowerCase();
  for (const [word, value] of list) {
    const end = start + word.length;
    if (
      word[0] === first &&
      isWordHere(text, start, end, word) &&
      (isUnparted(text, end - 1) || !isInside(text, end))
    )
      return { value, start, end };
  }
  return null;
}

/** Returns the longest word of a list that ends at an offset, or null. */
export function wordBefore<Value>(
  list: WordList<Value>,
  text: string,
  end: number,
): FoundWord<Value> | null {
  const last = text.charAt(end - 1).toLowerCase();
  for (const [word, value] of list) {
    const start = end - word.length;
    if (start < 0 || word.at(-1) !== last || !isWordHere(text, start, end, word)) continue;
    if (isUnparted(text, start) || !isInside(text, start - 1)) return { value, start, end };
  }
  return null;
}

function isWordHere(text: string, start: number, end: number, word: string): boolean {
  return text.slice(start, end).toLowerCase() === word;
}

/** True for a character that continues a word. */
function isInside(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & (LETTER | MARK | DIGIT)) !== 0;
}

/** True in scripts where words touch, or case endings are written on them: Korean. */
export function isUnparted(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (classOf(code) & IDEOGRAPH) !== 0 || (code >= 0xac00 && code <= 0xd7af);
}
