import { classOf, LETTER, SPACE, UPPER } from "./characters.ts";
import { abbreviations, isSpeechVerbForm } from "./languageTables.ts";

/**
 * True if a verb of saying follows after at most four words that may be a name: "Why?" Ms. May
 * asked.
 */
export function speechVerbFollows(text: string, from: number): boolean {
  let at = from;
  if (isFirstWord(wordAt(text, from))) return false;
  for (let words = 0; words < 5; words++) {
    let end = at;
    while (classOf(text.charCodeAt(end)) & LETTER && end < at + 30) end++;
    if (end === at) return false;
    const isName = (classOf(text.charCodeAt(at)) & UPPER) !== 0;
    if (isSpeechVerbForm(text.slice(at, end).toLowerCase())) return words > 0;
    if (!isName && words > 0) return false;
    if (text.charCodeAt(end) === 0x2e) end++;
    if (!(classOf(text.charCodeAt(end)) & SPACE)) return false;
    at = end + 1;
  }
  return false;
}

/** True for common first words of sentences that no name begins with ("Mr" may). */
function isFirstWord(word: string): boolean {
  return abbreviations.sentenceStarters.has(word) && !abbreviations.titles.has(word.toLowerCase());
}

/** The letters at `from`, sixteen at most. */
function wordAt(text: string, from: number): string {
  let end = from;
  while (end < from + 16 && classOf(text.charCodeAt(end)) & LETTER) end++;
  return text.slice(from, end);
}
