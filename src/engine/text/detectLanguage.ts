import { foldWord } from "./foldWord.ts";
import { otherLanguages, telltaleWords } from "./languageTables.ts";
import { once } from "./once.ts";
import type { Token } from "./tokens.ts";

/**
 * Detects the language of a text by its script and letters and, in Latin letters, by its most
 * common words. Reads only the beginning. (Libraries that detect a hundred languages by their
 * letters are larger than all tables here, and less certain on short texts.)
 */

/** Words that are read: a paragraph or two. */
const sampleWords = 300;

/**
 * Returns the language to read a text in, as a BCP 47 primary tag: the stated one, unless the words
 * clearly belong to another; null if none is stated and the words do not decide.
 */
export function languageOf(tokens: readonly Token[], stated: string | null): string | null {
  const tag = stated?.toLowerCase().split(/[-_]/)[0] ?? null;
  const sample = wordsOf(tokens);
  const { script, share } = scriptOf(sample);
  if (script !== null && script.languages !== null) {
    const isClear = share >= clearShare || tag === null;
    return isClear ? languageInScript(script.languages, script, sample, tag) : tag;
  }
  const found = byWords(sample);
  if (found === null) return tag;
  const own = tag === null ? undefined : found.scores.get(tag);
  if (own === undefined) return found.isClear ? found.language : tag;
  const isContradicted = found.language !== tag && found.score >= fewestToContradict + 2 * own;
  return isContradicted ? found.language : tag;
}

/** A script other than Latin decides if it has this share of the words. */
const clearShare = 0.5;
/**
 * To contradict the stated language, another must have this many more telltale words than twice
 * those of the stated one.
 */
const fewestToContradict = 4;
/** This many telltale words decide without a stated language. */
const fewestToTell = 2.5;

function wordsOf(tokens: readonly Token[]): readonly string[] {
  const words: string[] = [];
  for (const { kind, folded } of tokens) {
    if (kind !== "word") continue;
    words.push(folded);
    if (words.length >= sampleWords) break;
  }
  return words;
}

interface Script {
  readonly range: RegExp;
  /**
   * The languages in this script, the usual one in the news first; null if words must decide. Where
   * no letters decide, the stated one of them does.
   */
  readonly languages: string | null;
  /**
   * Letters of some of these languages, the likeliest first: they decide if every twentieth word has
   * one at least.
   */
  readonly letters?: readonly (readonly [letters: RegExp, languages: string])[];
}

const scripts: readonly Script[] = [
  { range: /[a-z]/, languages: null },
  {
    range: /[\u0400-\u052f]/,
    languages: "ru uk bg sr be mk kk ky mn tg tt",
    letters: [
      [/[әғқңөұүһ]/, "kk ky mn tt"],
      [/ў/, "be"],
      [/[јњљћђџѓќ]/, "sr mk"],
      [/[іїєґ]/, "uk be"],
      [/[ыэё]/, "ru be kk ky mn tg tt"],
      [/ъ/, "bg tg"],
    ],
  },
  {
    range: /[\u0600-\u06ff]/,
    languages: "ar fa ur ps ckb ug sd",
    letters: [
      [/[ٹڈڑےں]/, "ur"],
      [/[پچژگکی]/, "fa ur ps ckb ug sd"],
      [/ة/, "ar"],
    ],
  },
  // Japanese writes kana between its ideographs.
  {
    range: /[\u3040-\u30ff\u3400-\u9fff]/,
    languages: "zh yue ja",
    letters: [[/[\u3040-\u30ff]/, "ja"]],
  },
  { range: /[\uac00-\ud7af\u1100-\u11ff]/, languages: "ko" },
  { range: /[\u0e00-\u0e7f]/, languages: "th" },
  { range: /[\u0900-\u097f]/, languages: "hi mr ne" },
  { range: /[\u0370-\u03ff]/, languages: "el" },
  { range: /[\u0590-\u05ff]/, languages: "he yi" },
  { range: /[\u0530-\u058f]/, languages: "hy" },
  { range: /[\u10a0-\u10ff]/, languages: "ka" },
  { range: /[\u0980-\u09ff]/, languages: "bn as" },
  { range: /[\u0a00-\u0a7f]/, languages: "pa" },
  { range: /[\u0a80-\u0aff]/, languages: "gu" },
  { range: /[\u0b80-\u0bff]/, languages: "ta" },
  { range: /[\u0c00-\u0c7f]/, languages: "te" },
  { range: /[\u0e80-\u0eff]/, languages: "lo" },
  { range: /[\u1780-\u17ff]/, languages: "km" },
  { range: /[\u1000-\u109f]/, languages: "my" },
  { range: /[\u1200-\u137f]/, languages: "am ti" },
];

/** Returns the script of most words, by their first letters, and its share of them. */
function scriptOf(words: readonly string[]): {
  readonly script: Script | null;
  readonly share: number;
} {
  const counts = new Uint16Array(scripts.length);
  let most = 0;
  for (const word of words) {
    const which = scripts.findIndex(({ range }) => range.test(word[0]!));
    if (which >= 0 && ++counts[which]! > counts[most]!) most = which;
  }
  const count = counts[most]!;
  return count === 0
    ? { script: null, share: 0 }
    : { script: scripts[most]!, share: count / words.length };
}

function languageInScript(
  languages: string,
  { letters = [] }: Script,
  words: readonly string[],
  stated: string | null,
): string {
  const decisive = letters.find(([some]) => {
    const count = words.filter((word) => some.test(word)).length;
    return count >= fewestToTell && count * 20 > words.length;
  });
  const possible = (decisive?.[1] ?? languages).split(" ");
  return possible.find((language) => language === stated) ?? possible[0]!;
}

interface ByWords {
  readonly language: string;
  readonly score: number;
  readonly isClear: boolean;
  readonly scores: ReadonlyMap<string, number>;
}

/**
 * Ranks the languages by their telltale words; a word of several languages counts for each in part.
 */
function byWords(words: readonly string[]): ByWords | null {
  const { languages, byWord } = table();
  const scores = new Map<string, number>(languages.map((language) => [language, 0]));
  for (const word of words) {
    const having = byWord.get(word) ?? [];
    for (const language of having) scores.set(language, scores.get(language)! + 1 / having.length);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, second] = [ranked[0]!, ranked[1]!];
  if (best[1] === 0) return null;
  const isClear = best[1] >= fewestToTell && best[1] > 1.5 * second[1];
  return { language: best[0], score: best[1], isClear, scores };
}

const table = /* @__PURE__ */ once(() => {
  const ofTables = Object.entries(otherLanguages).map(
    ([language, { detection }]) => [language, detection] as const,
  );
  const lists = [...Object.entries(telltaleWords), ...ofTables].filter(([, words]) => words !== "");
  const byWord = new Map<string, string[]>();
  for (const [language, words] of lists) {
    for (const word of new Set(words.split(" ").map(foldWord))) {
      byWord.set(word, [...(byWord.get(word) ?? []), language]);
    }
  }
  return { languages: lists.map(([language]) => language), byWord };
});
