import type { Span } from "../model/index.ts";
import type { LanguageTable } from "../text/languages.ts";
import { foldWord } from "../text/tokens.ts";

/**
 * Speech that a dash opens at the beginning of a line, as French, Spanish, Russian and Turkish print
 * it: "— Мы победим, — сказал Путин. — И скоро." Between the dashes stands who speaks. Only lines that
 * say so are taken for speech: others may be lists. Linear in the text.
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

/** The verb stands first, or after an auxiliary. */
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
