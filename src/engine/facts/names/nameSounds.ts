import { remember } from "../../text/remember.ts";
import { leavesVowelsOut, romanise } from "./romanise.ts";

/**
 * A name's word as a row of sounds, one letter each, in which the ways to write a name in different
 * languages and scripts are close to each other:
 *
 *   B P F T D S K L M N R    consonants: f v are F; s z ts sh zh "tsch" are S; k q g kh are K
 *   C ch (as in Cheney, Michael) · J j · W w · H h · G gh                       read differently by language
 *   a e i y · o u                                                              vowels, of two kinds: A and O
 */
export const soundsOf: (word: string) => string = /* @__PURE__ */ remember(10_000, readSounds);

function readSounds(word: string): string {
  const latin = romanise(word.slice(0, longestRead)).replace(/[^a-z]/g, "");
  let sounds = "";
  for (const found of latin.matchAll(spelling)) {
    const sound = soundOfSpelling(found[0], latin[found.index + found[0].length] ?? "");
    for (const one of sound) if (!isDoubled(sounds.at(-1), one)) sounds += one;
  }
  return sounds;
}

/** True for the same letter twice, or "cc" before any vowel but the first. */
function isDoubled(before: string | undefined, sound: string): boolean {
  return before === sound || (before === "K" && sound === "C");
}

const spelling =
  /gu(?=[aeo])|gv(?=[aeiy])|cz|dge|dzh|tsh|chtch|ngh|ng|tsch|schtsch|shch|tch|sch|tzsch|ch|sh|zh|kh|gh|th|dh|ph|ck|qu|ts|tz|dj|[a-z]/g;

const bySpelling: Readonly<Record<string, string>> = {
  gu: "KW",
  gv: "KW",
  cz: "C",
  dge: "J",
  dzh: "J",
  chtch: "S",
  tsh: "S",
  ngh: "N",
  ng: "N",
  dj: "J",
  tsch: "S",
  schtsch: "S",
  shch: "S",
  tch: "S",
  sch: "S",
  tzsch: "S",
  ch: "C",
  sh: "S",
  zh: "S",
  kh: "K",
  gh: "G",
  th: "T",
  dh: "D",
  ph: "F",
  ck: "K",
  qu: "K",
  ts: "S",
  tz: "S",
  b: "B",
  p: "P",
  f: "F",
  v: "F",
  t: "T",
  d: "D",
  s: "S",
  z: "S",
  k: "K",
  q: "K",
  g: "K",
  l: "L",
  m: "M",
  n: "N",
  r: "R",
  j: "J",
  w: "W",
  h: "H",
  x: "KS",
  a: "A",
  e: "A",
  i: "A",
  y: "A",
  o: "O",
  u: "O",
};

function soundOfSpelling(found: string, next: string): string {
  // Turkish ç, which loses its mark in plain letters, may precede any vowel.
  if (found === "c") return /[eiy]/.test(next) ? "S" : /[aou]/.test(next) ? "C" : "K";
  if (found === "g" && /[eiy]/.test(next)) return "G";
  return bySpelling[found] ?? "";
}

/**
 * Returns how different two words sound: 0 for the same, 1 for one different consonant. An edit
 * distance over their sounds (Wagner & Fischer, 1974) whose costs follow the habits of
 * transliteration. Quadratic in the words, which are cut.
 */
export function soundDistance(a: string, b: string): number {
  const free = leavesVowelsOut(a) || leavesVowelsOut(b);
  const [one, other] = [soundsOf(a).slice(0, longestWord), soundsOf(b).slice(0, longestWord)];
  let row = [0];
  for (const sound of other) row.push(row.at(-1)! + costOfLeaving(sound, free));
  for (const sound of one) {
    const next = [row[0]! + costOfLeaving(sound, free)];
    for (let at = 0; at < other.length; at++) {
      const swapped = row[at]! + costOfSwap(sound, other[at]!, free);
      const left = row[at + 1]! + costOfLeaving(sound, free);
      const added = next[at]! + costOfLeaving(other[at]!, free);
      next.push(Math.min(swapped, left, added));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** Code units: no name has a longer word. */
const longestRead = 60;

/** Names have fewer sounds. */
const longestWord = 24;

/**
 * Returns the cost of a sound that only one spelling has: low for vowels and for sounds that some
 * languages do not have.
 */
function costOfLeaving(sound: string, isVowelFree: boolean): number {
  switch (sound) {
    case "A":
    case "O":
      return isVowelFree ? 0 : 0.2;
    case "H":
    case "J":
    case "W":
      return isVowelFree ? 0.1 : 0.25;
    case "G":
      return 0.25;
    case "R":
      return 0.85;
    default:
      return 1;
  }
}

function costOfSwap(a: string, b: string, isVowelFree: boolean): number {
  if (a === b) return 0;
  if (isVowelFree) {
    const pair = a < b ? a + b : b + a;
    // Arabic has no P and distinguishes D from T.
    if (pair === "BP") return 0;
    if (pair === "DT") return 0.7;
  }
  return swaps.get(a + b) ?? swaps.get(b + a) ?? 1;
}

/** Costs of letters that languages write for each other. */
const swaps: ReadonlyMap<string, number> = new Map([
  ["AO", 0.15],
  ["CS", 0],
  ["CK", 0],
  ["CJ", 0],
  ["JS", 0],
  ["JH", 0.1],
  ["JK", 0.25],
  ["JG", 0],
  ["JA", 0.1],
  ["WF", 0],
  ["WO", 0.05],
  ["WA", 0.2],
  ["HK", 0.1],
  ["HA", 0.3],
  ["HO", 0.3],
  ["GK", 0],
  ["GS", 0.2],
  ["GH", 0.1],
  ["BP", 0.6],
  ["BF", 0.5],
  ["DT", 0.3],
  ["ST", 0.6],
  ["NM", 0.6],
]);
