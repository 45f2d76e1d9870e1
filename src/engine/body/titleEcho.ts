import type { BlockLabel } from "../model/index.ts";
import { letterKey, type MeasuredBlock } from "./blockMeasures.ts";

/** A key shorter than this ("Syria") is compared with whole lines only. */
const shortestPartKey = 16;
/** An echo may have at most this many extra letters ("article image", the name of the site). */
const strangeLetters = 24;
/** The title precedes this many words of sentences. */
const longestHeadWords = 90;

/**
 * Labels the title and its echoes, and labels what precedes the title as furniture: menus, log-in
 * lines, the caption of a picture. If the title is not known, takes the first heading of level 1 or
 * the line that reads most like a headline.
 */
export function labelTitle(
  blocks: readonly MeasuredBlock[],
  labels: BlockLabel[],
  known: string | null,
): void {
  const knownKey = letterKey(known ?? "");
  const isKnown = known !== null && blocks.some((block) => isEcho(block, knownKey));
  const first = isKnown ? -1 : findTitle(blocks, labels, known);
  const titleKey = isKnown ? knownKey : letterKey(blocks[first]?.features.text ?? "");
  if (titleKey === "") return;
  let lastInHead = first;
  let proseWords = 0;
  let found = first >= 0;
  if (first >= 0) labels[first] = "title";
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (i !== first && mayBeTitle(labels[i]!) && isEcho(block, titleKey)) {
      labels[i] = found ? "titleEcho" : "title";
      found = true;
      if (proseWords < longestHeadWords) lastInHead = i;
    } else if (labels[i] === "body" && block.endsSentence) {
      proseWords += block.words;
    }
  }
  for (let i = 0; i < lastInHead; i++) {
    if (labels[i] === "body" && !isStandfirst(blocks[i]!)) labels[i] = "furniture";
  }
}

/** True for a standfirst between two copies of the title, as some sites have it. */
function isStandfirst(block: MeasuredBlock): boolean {
  return block.features.element !== "line" && block.endsSentence && block.words >= 8;
}

function mayBeTitle(label: BlockLabel): boolean {
  return label === "body" || label === "heading" || label === "prompt" || label === "keywords";
}

function isEcho(block: MeasuredBlock, titleKey: string): boolean {
  const { key } = block;
  if (key === titleKey) return true;
  if (titleKey.length < shortestPartKey || key.length < shortestPartKey) return false;
  const extra = key.length - titleKey.length;
  if (extra > 0) {
    return extra <= strangeLetters && (key.endsWith(titleKey) || key.startsWith(titleKey));
  }
  return (
    block.features.element === "heading" && -extra <= strangeLetters && titleKey.startsWith(key)
  );
}

/**
 * Returns the first level-1 heading, or the line above the first sentences that reads like a
 * headline. If a title is known but not printed in these words, only a heading can replace it.
 */
function findTitle(
  blocks: readonly MeasuredBlock[],
  labels: readonly BlockLabel[],
  known: string | null,
): number {
  const heading = blocks.findIndex((block) => block.features.headingLevel === 1);
  if (heading >= 0 || known !== null) return heading;
  const own = (block: MeasuredBlock, i: number) =>
    labels[i] === "body" && block.features.element === "line";
  const found = blocks.findIndex((b, i) => own(b, i) && b.endsSentence && b.words >= leadWords);
  const lead = found < 0 ? blocks.length : found;
  const topic = new Set(blocks.slice(lead, lead + leadBlocks).flatMap(topicWords));
  let best = -1;
  let bestHits = -1;
  for (let i = 0; i < lead; i++) {
    if (!own(blocks[i]!, i) || !readsLikeHeadline(blocks[i]!)) continue;
    const hits = topicWords(blocks[i]!).filter((word) => topic.has(word)).length;
    if (hits > bestHits) {
      best = i;
      bestHits = hits;
    }
  }
  return best;
}

/** A sentence of at least this many words begins the article. */
const leadWords = 12;
/**
 * A headline shares words with the first paragraphs; the name of a section or an appeal does not.
 */
const leadBlocks = 6;

function topicWords(block: MeasuredBlock): readonly string[] {
  return (
    block.features.text
      .slice(0, 1000)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  );
}

function readsLikeHeadline(block: MeasuredBlock): boolean {
  const { text } = block.features;
  return (
    block.words >= 3 &&
    block.words <= 25 &&
    !/[.;:,。、،؛।۔]$/.test(text) &&
    // Many scripts have no capitals.
    /^\P{L}*[\p{Lu}\p{Lo}\p{N}]/u.test(text)
  );
}
