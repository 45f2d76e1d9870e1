import { foldWord } from "../../text/foldWord.ts";
import { remember } from "../../text/remember.ts";

/**
 * Returns one key for all spellings that different transliterations give a name.
 *
 * Diacritics are dropped; digraphs and letters for one sound become the same ("kh", "q" and "ck"
 * become "k"; "sh" becomes "s"; "y" becomes "i"); vowels become "a" (a, e, i) or "o" (o, u); runs
 * of vowels and doubled letters become one. So "Minbej" = "Manbij", "Sergey" = "Sergei", "Rohani" =
 * "Rouhani", "Idleb" = "Idlib", "Çavuşoğlu" = "Cavusoglu", "Muhammad" = "Mohamed". For names only:
 * common words would collide.
 */

/** Names that are met again within some articles; each costs a hundred bytes. */
const cachedNames = 10_000;

/** The key of a name: of each word that counts, without articles and particles such as "al-". */
export const nameKey: (name: string) => string = /* @__PURE__ */ remember(cachedNames, keyOfName);

function keyOfName(name: string): string {
  return nameWords(name).map(wordKey).join(" ").trim();
}

/**
 * Returns the folded words of a name that count: without articles and particles, unless it has no
 * others.
 */
export function nameWords(name: string): readonly string[] {
  const words = name.split(/[\s\u00a0\-‐‑.,]+/).map(foldWord);
  const counting = words.filter((word) => word !== "" && !silentWords.has(word));
  return counting.length > 0 ? counting : words;
}

const silentWords: ReadonlySet<string> = new Set(
  "the a an al el ul ad as ash at bin ibn bint abu of for and jr sr ii iii iv mr mrs ms dr".split(
    " ",
  ),
);

/** Returns the key of one folded word. Words with digits stay as they are. */
export function wordKey(folded: string): string {
  let key = "";
  let last = "";
  const sounds = folded.replace(digraphs, (found) => digraphSounds[found] ?? found);
  for (let at = 0; at < sounds.length; at++) {
    const letter = letterSounds[sounds[at]!] ?? sounds[at]!;
    if (letter === last || letter === "'") continue;
    if (isVowel(letter) && isVowel(last)) continue;
    key += letter;
    // Asking the key itself would copy it each time: half a minute for a word of a megabyte.
    last = letter.slice(-1);
  }
  return key;
}

function isVowel(letter: string): boolean {
  return letter === "a" || letter === "o";
}

const digraphSounds: Readonly<Record<string, string>> = {
  sch: "s",
  tch: "c",
  kh: "k",
  ck: "k",
  gh: "g",
  sh: "s",
  zh: "j",
  dj: "j",
  dzh: "j",
  ph: "f",
  th: "t",
  dh: "d",
  ch: "c",
  ss: "s",
};

const digraphs = /sch|tch|dzh|kh|ck|gh|sh|zh|dj|ph|th|dh|ch/g;

const letterSounds: Readonly<Record<string, string>> = {
  e: "a",
  i: "a",
  y: "a",
  u: "o",
  q: "k",
  x: "ks",
  w: "v",
};
