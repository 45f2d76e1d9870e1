/** Joins lines, and the words that hyphens part at their ends. */
export interface Hyphens {
  /** Returns a line as it stands in front of the next one: without its hyphen, or with a space. */
  before(next: string, line: string): string;
}

const parted = /(?<!\p{L})(?<word>\p{L}+)[-\u2010]$/u;
const rest = /^\p{L}+/u;
/** Chinese and Japanese are written without spaces. */
const unspacedEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。，．」』）！？]$/u;
const unspacedStart =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。，．「『（！？]/u;

/**
 * Returns a joiner of the lines of a text. A hyphen at a line's end is dropped if the joined word
 * stands elsewhere in the text, or both sides are in lower case; it stays if the word with its hyphen
 * stands elsewhere ("twenty-five").
 */
export function createHyphens(lines: readonly string[]): Hyphens {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu))
      words.add(word);
  }
  return {
    before(next, line) {
      if (line.endsWith("\u00ad")) return line.slice(0, -1);
      if (unspacedEnd.test(line) && unspacedStart.test(next)) return line;
      const word = parted.exec(line.slice(-longestWord))?.groups?.word;
      const end = rest.exec(next)?.[0];
      if (word === undefined || end === undefined) return `${line} `;
      const hyphen = line.slice(-1);
      if (words.has(`${word}${hyphen}${end}`.toLowerCase())) return line;
      const isWord = words.has((word + end).toLowerCase());
      const isLower = /\p{Ll}$/u.test(word) && /^\p{Ll}/u.test(end);
      return isWord || isLower ? line.slice(0, -1) : line;
    },
  };
}

/** The longest words of German have sixty letters. */
const longestWord = 100;
