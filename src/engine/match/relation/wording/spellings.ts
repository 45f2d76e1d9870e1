import { knownName } from "../../../facts/names/aliases.ts";
import { sameNameAcrossScripts } from "../../../facts/names/nameAcrossScripts.ts";

/**
 * True if two names may be spellings of one: transcribed in two ways ("Roscosmos", "Roskosmos"),
 * with one letter wrong ("Astrakhan", "Asrakhan"), or in part ("Menshikov Street", "Menshikova").
 */
export function maySpellOne(a: string, b: string): boolean {
  if (digitsOf(a) !== digitsOf(b)) return false;
  if (sameNameAcrossScripts(a, b)) return true;
  if (knownName(a) !== null && knownName(b) !== null) return false;
  return isMistyped(a, b) || hasLastOf(a, b) || hasLastOf(b, a);
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, " ").trim();
}

/** True if a word of a name may be the last word of another. */
function hasLastOf(name: string, other: string): boolean {
  const last = other.split(" ").at(-1)!;
  return name.split(" ").some((word) => isMistyped(word, last));
}

/**
 * The fewest letters of a name of which one may be wrong, or two be swapped. Shorter ones are often
 * two names.
 */
const fewestLetters = 7;
const fewestOfSwap = 5;

/**
 * True if one letter is left out, added or replaced, or two neighbours are swapped; never the first
 * letter.
 */
function isMistyped(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const letters = Math.min(a.length, b.length);
  if (letters < fewestOfSwap || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let same = 0;
  while (same < letters - from && a.at(-1 - same) === b.at(-1 - same)) same++;
  const [left, right] = [a.slice(from, a.length - same), b.slice(from, b.length - same)];
  if (from === 0) return false;
  if (left.length === 2 && left[0] === right[1] && left[1] === right[0]) return true;
  return letters >= fewestLetters && Math.max(left.length, right.length) <= 1;
}
