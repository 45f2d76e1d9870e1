import type { Span } from "../../model/index.ts";
import { foldWord } from "../../text/foldWord.ts";
import type { LanguageTable } from "../../text/languages.ts";

/**
 * Finds speech that a dash opens at the beginning of a line, as in French, Spanish, Russian and
 * Turkish: "— Мы победим, — сказал Путин. — И скоро." The speaker is between the dashes. Only lines
 * that name a speaker count as speech: others may be lists. Linear in the text.
 */
export function findDashSpeech(text: string, { speech }: LanguageTable): readonly Span[] {
  if (!speech.dashOpensSpeech) return [];
  const found: Span[] = [];
  for (const line of text.matchAll(/^[—–][^\n]+/gm)) {
    const parts = partsOf(line[0], line.index);
    const says = (part: Span | undefined) =>
      part !== undefined && firstWords(text, part).some((word) => isSpeech(speech, word));
    if (!says(parts[1])) continue;
    found.push(...parts.filter((part, at) => at % 2 === 0 && part.end > part.start));
  }
  return found;
}

/** A line's stretches between its dashes, without the spaces and marks around them. */
function partsOf(line: string, start: number): readonly Span[] {
  const parts: Span[] = [];
  for (const part of line.matchAll(/[—–]([^—–]*)/g)) {
    const words = part[1]!;
    const from = start + part.index + 1 + /^[\s.,;]*/.exec(words)![0].length;
    const last = start + part.index + 1 + words.trimEnd().replace(/,$/, "").length;
    parts.push({ start: from, end: Math.max(from, last) });
  }
  return parts;
}

/** Returns the first words: the verb is the first of them, or follows an auxiliary. */
function firstWords(text: string, { start, end }: Span): readonly string[] {
  return text
    .slice(start, Math.min(end, start + longestOpening))
    .split(/[\s-]+/)
    .slice(0, 2)
    .map((word) => foldWord(word.replace(/[.,;:!?]/g, "")));
}

/** Code units of an auxiliary and a verb. */
const longestOpening = 40;

function isSpeech({ verbs, participles }: LanguageTable["speech"], word: string): boolean {
  return verbs.has(word) || participles.has(word);
}

/** Languages without a table that print speech after a dash. */
const dashLanguages: ReadonlySet<string> = new Set(
  "sv nb nn no da fi et lv lt pl cs sk hu ro hr sr sl bs mk bg uk be el it pt ca gl hy ka".split(
    " ",
  ),
);

/**
 * Finds the same in a language whose verbs are not known: "– Vi har väntat, säger Erik Svensson." A
 * line is speech if it ends with a comma, a verb in lower case and a name. In a text with one such
 * line, other lines that begin with a dash are speech too.
 */
export function findSignedDashSpeech(text: string, language: string | null): readonly Span[] {
  if (language === null || !dashLanguages.has(language)) return [];
  const lines = [...text.matchAll(/^[—–-] ?(?=\p{Lu})[^\n]+/gmu)];
  const signed = lines.map((line) => speechBeforeName(line[0]));
  if (signed.every((length) => length === null)) return [];
  return lines.map((line, at) => {
    const start = line.index + /^[—–-] ?/.exec(line[0])![0].length;
    return { start, end: line.index + (signed[at] ?? line[0].trimEnd().length) };
  });
}

/** The most words after the last comma of a line that names the speaker. */
const mostWordsOfSpeaker = 12;

/** Returns where the speech ends in a line that ends with the speaker; null if it does not. */
function speechBeforeName(line: string): number | null {
  for (let at = line.length - 1; at > 0; at--) {
    if (!",?!".includes(line[at]!) || line[at + 1] !== " ") continue;
    const words = line
      .slice(at + 2)
      .trim()
      .split(" ");
    if (words.length > mostWordsOfSpeaker) return null;
    const isSigned =
      /^\p{Ll}/u.test(words[0] ?? "") && words.slice(1).some((word) => /^\p{Lu}/u.test(word));
    if (isSigned) return line[at] === "," ? at : at + 1;
  }
  return null;
}
