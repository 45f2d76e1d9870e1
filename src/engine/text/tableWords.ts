import { foldWord } from "./foldWord.ts";
import { tokenise } from "./tokens.ts";

/** The lists of a language's table as what the rules look words up in. Everything is folded as tokens are. */

/** A set of words; of an inflected language it has their forms, too. */
export interface Words {
  has(folded: string): boolean;
}

/** Phrases by their first folded token, the longest first. */
export type PhraseMap<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Returns the folded words of a list that is separated by spaces. */
export function foldedSet(list: string): ReadonlySet<string> {
  return new Set(list === "" ? [] : list.split(" ").map(foldWord));
}

/** Returns the values of a table by their folded words. */
export function foldedMap<Value>(
  table: Readonly<Record<string, Value>>,
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(table).map(([word, value]) => [foldWord(word), value] as const));
}

/** Most letters of a case or possessive ending where a table does not list the endings. */
const longestEnding = 6;

/**
 * Returns the set of words that begin with a stem of a list and have one of the endings; "*" means
 * any short one.
 */
export function stemSet(list: string, endings: string): Words {
  const stems = foldedSet(list);
  const known = endings === "*" ? null : foldedSet(endings);
  const isEnding = (rest: string): boolean =>
    rest === "" || (known === null ? rest.length <= longestEnding : known.has(rest));
  return {
    has: (folded) => {
      const least = Math.max(shortestStem, folded.length - longestEnding);
      for (let end = folded.length; end >= least; end--) {
        if (stems.has(folded.slice(0, end)) && isEnding(folded.slice(end))) return true;
      }
      return false;
    },
  };
}

const shortestStem = 3;

/**
 * Returns the set of the words of a list, of their genitives, and of compounds that end with
 * them: "Basketballtrainers".
 */
export function compoundSet(list: string, genitive: string): Words {
  const heads = foldedSet(list);
  const longestHead = Math.max(0, ...[...heads].map((head) => head.length));
  return {
    has: (folded) => {
      for (const word of [folded, withoutEnding(folded, genitive)]) {
        // "Verdi-Chef": a hyphen shows a short head.
        if (heads.has(word) || heads.has(word.slice(word.lastIndexOf("-") + 1))) return true;
        const least = Math.max(shortestStem, word.length - longestHead);
        for (let start = least; start <= word.length - shortestHead; start++) {
          if (heads.has(word.slice(start))) return true;
        }
      }
      return false;
    },
  };
}

/** Returns a word without an ending, if it has it. */
export function withoutEnding(word: string, ending: string): string {
  return word.endsWith(ending) ? word.slice(0, word.length - ending.length) : word;
}

/** Shorter words end many that are no compounds: "Chef". */
const shortestHead = 6;

/** Returns a map from phrases to their values. */
export function phraseMap<Value>(entries: readonly (readonly [string, Value])[]): PhraseMap<Value> {
  const map = new Map<string, Phrase<Value>[]>();
  for (const [phrase, value] of entries) {
    const words = tokenise(phrase.replace(/(?<=\p{L})['’](?=\p{L})/gu, " ")).map(
      ({ folded }) => folded,
    );
    const same = map.get(words[0]!) ?? [];
    same.push({ words, value });
    map.set(
      words[0]!,
      same.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return map;
}

/**
 * Returns the longest phrase in the tokens from `at` on, with `first` in place of the first token;
 * null if there is none.
 */
export function phraseAt<Value>(
  map: PhraseMap<Value>,
  words: readonly string[],
  at: number,
  first: string | undefined = words[at],
): { readonly value: Value; readonly next: number } | null {
  for (const phrase of map.get(first ?? "") ?? []) {
    const { length } = phrase.words;
    if (phrase.words.every((word, index) => index === 0 || words[at + index] === word)) {
      return { value: phrase.value, next: at + length };
    }
  }
  return null;
}
