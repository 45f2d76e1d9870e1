import type { Span } from "../model/index.ts";
import { quotedSpans } from "../text/quotedSpans.ts";
import { isStopword } from "../text/stems.ts";
import type { PreparedPassage } from "./preparedPassage.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** Fewer quoted words are a fragment: the passage is compared as a whole. */
const fewestQuotedWords = 5;

/**
 * Which words carry the utterance: those between quotation marks if there are enough of
 * them, else all. A mark that is not closed reaches to the end, one that only closes from the start.
 */
export function coreWords(passage: PreparedPassage): readonly number[] {
  const all = passage.words.map((_, place) => place);
  const spans = quotedSpans(passage.text);
  if (spans.length === 0) return all;
  const quoted = all.filter((place) => {
    return isInside(passage.words[place]!, spans);
  });
  return quoted.length < fewestQuotedWords ? all : quoted;
}

/** For each unit 1 if it stands among the words that carry the utterance, else 0. */
export function coreUnits(passage: PreparedPassage): Uint8Array {
  const { units, words } = passage;
  const isCore = new Uint8Array(units.length);
  let unit = 0;
  for (const place of coreWords(passage)) {
    const { start } = words[place]!;
    while (unit < units.length && units[unit]!.end <= start) unit++;
    if (unit < units.length && units[unit]!.start <= start) isCore[unit] = 1;
  }
  return isCore;
}

/** True if a content word stands between quotation marks in both passages, at the same place of their wording. */
export function sharesQuotedWords(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): boolean {
  const ofPage = quotedSpans(page.text);
  const ofCorpus = ofPage.length === 0 ? [] : quotedSpans(corpus.text);
  if (ofCorpus.length === 0) return false;
  return alignment.page.some((place, i) => {
    const word = page.words[place]!;
    const other = corpus.words[alignment.corpus[i]!]!;
    return !isStopword(word.folded) && isInside(word, ofPage) && isInside(other, ofCorpus);
  });
}

function isInside({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}
