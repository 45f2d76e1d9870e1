/**
 * Finds text that the body rules left out and the page states as its article's: the rules may take a
 * line inside the article for its end. Looked for only if far less was found than the page states.
 * Linear in the texts.
 */
import { countWords, endsLikeSentence, letterKey } from "../../engine/body/blockMeasures.ts";
import type { BlockFeatures, BlockLabel, JsonLdScript } from "../../engine/model/index.ts";
import { readStatedBody } from "./jsonLd.ts";
import { readExtent } from "./readExtent.ts";
import { wordsBySpaces } from "./wordsBySpaces.ts";

/** What a page states of its article's text. */
export interface StatedText {
  readonly jsonLd: readonly JsonLdScript[];
  /** The number of words; null if it is not stated. */
  readonly statedWords: number | null;
}

/**
 * Returns the labels with more of the blocks as body, if the page states far more text than the
 * labels hold: those whose sentences are in the stated text, or, if only a number of words is
 * stated, all prose outside of menus, comments and captions, unless that is more than stated.
 */
export function labelStated(
  blocks: readonly BlockFeatures[],
  labels: readonly BlockLabel[],
  { jsonLd, statedWords }: StatedText,
): readonly BlockLabel[] {
  const own = blocks.filter((_, i) => labels[i] === "body").map(({ text }) => text);
  const extent = readExtent(own, statedWords);
  if (extent === null) return labels;
  const stated = readStatedBody(jsonLd);
  const isMissed = stated === null ? isProse : isWithin(sentenceKeys(stated));
  const isTaken = (i: number) => mayBeMissed.has(labels[i]!) && isMissed(blocks[i]!);
  const missed = blocks.filter((_, i) => isTaken(i));
  const words = missed.reduce((sum, { text }) => sum + wordsBySpaces(text), extent.words);
  if (missed.length === 0 || (stated === null && words > extent.of * mostOfStated)) return labels;
  return labels.map((label, i) => (isTaken(i) ? "body" : label));
}

/** Titles, captions and credits stay what they are, whatever is stated. */
const mayBeMissed: ReadonlySet<BlockLabel> = new Set<BlockLabel>([
  ...(["furniture", "related", "comment", "prompt", "keywords"] as const),
]);
/** Stated numbers leave out standfirsts and boxes. */
const mostOfStated = 1.2;
const shortestProseWords = 8;
const mostLinked = 0.3;

function isProse({ text, linkChars, region }: BlockFeatures): boolean {
  if (region !== "article" && region !== "unknown") return false;
  if (linkChars > text.length * mostLinked) return false;
  return endsLikeSentence(text) && countWords(text) >= shortestProseWords;
}

/** Shorter sentences may be anybody's. */
const shortestKey = 16;
/** Share of a block's sentences, by length, that the stated text must have. */
const leastShared = 0.5;

function isWithin(stated: ReadonlySet<string>): (block: BlockFeatures) => boolean {
  return ({ text }) => {
    let shared = 0;
    let all = 0;
    for (const key of sentenceKeys(text)) {
      all += key.length;
      if (stated.has(key)) shared += key.length;
    }
    return all > 0 && shared >= all * leastShared;
  };
}

/** Splits at every mark, whether or not a sentence ends there: both texts are split alike. */
function sentenceKeys(text: string): ReadonlySet<string> {
  const keys = text.split(/[.!?…。！？।؟\n]+/).map(letterKey);
  return new Set(keys.filter((key) => key.length >= shortestKey));
}
