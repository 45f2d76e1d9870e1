import type { LanguageTable } from "../../text/languages.ts";
import { type Token, tokenise } from "../../text/tokens.ts";

/** A text in a language that is read by a table, word by word. Offsets are those of `text`. */
export interface TableText {
  readonly text: string;
  readonly table: LanguageTable;
  readonly tokens: readonly Token[];
  /** The folded form of each token. */
  readonly words: readonly string[];
  /** The same for hyphenated words: each token has the whole, "vice-président". */
  readonly joined: readonly string[];
}

/**
 * Splits a text into words as its language does: "l’an" is two, "Erdoğan'ın" is a name and its case
 * ending.
 */
export function tableText(text: string, table: LanguageTable): TableText {
  const tokens = tokenise(withoutElisions(text, table));
  const words = tokens.map(({ folded }) => folded);
  return { text, table, tokens, words, joined: joinedWords(tokens, words) };
}

/** Returns the text, of the same length, with a space for each apostrophe that joins two words. */
function withoutElisions(text: string, { elisions }: LanguageTable): string {
  if (elisions !== "all" && elisions.size === 0) return text;
  return text.replace(/(?<!\p{L})(\p{L}{1,30})['’](?=\p{L})/gu, (found, before: string) =>
    elisions === "all" || elisions.has(before.toLowerCase()) ? `${before} ` : found,
  );
}

function joinedWords(tokens: readonly Token[], words: readonly string[]): readonly string[] {
  const joined = [...words];
  for (let first = 0; first < tokens.length; ) {
    let last = first;
    while (isHyphen(words[last + 1]) && touches(tokens, last) && touches(tokens, last + 1))
      last += 2;
    if (last > first && last - first <= longestJoined)
      joined.fill(words.slice(first, last + 1).join(""), first, last + 1);
    first = last + 1;
  }
  return joined;
}

/** Tokens of the longest word with hyphens that is one. */
const longestJoined = 8;

function isHyphen(word: string | undefined): boolean {
  return word === "-" || word === "‑";
}

function touches(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.end === tokens[at + 1]?.start && tokens[at + 1]!.kind !== undefined;
}

/** Returns the index of the word before a token, past the stop of an abbreviation: "M. | Macron". */
export function wordBefore(words: readonly string[], at: number): number {
  return words[at - 1] === "." ? at - 2 : at - 1;
}

/** Returns a word without a prefixed "and" or "for", if `has` accepts the rest; else null. */
export function withoutProclitic(
  word: string,
  { proclitics }: Pick<LanguageTable, "proclitics">,
  has: (rest: string) => boolean,
): string | null {
  if (has(word)) return word;
  for (const proclitic of proclitics) {
    if (!word.startsWith(proclitic)) continue;
    // "لل" is "ل" and the article.
    const rest = word.slice(proclitic.length);
    const found = [rest, `ال${rest}`].find((one) => one.length > 1 && has(one));
    if (found !== undefined) return found;
  }
  return null;
}
