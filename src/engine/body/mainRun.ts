import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";

/**
 * Costs, in words of prose, of a block of each kind inside the main run. Captions, credits,
 * subheadings and date lines occur inside articles as well as around them, so they are cheap. Measured
 * with `npm run eval -- bodies extraction`.
 */
const costOf: Readonly<Record<BlockLabel, number>> = {
  body: 0,
  title: 0,
  titleEcho: 0,
  heading: 2,
  caption: 2,
  credit: 2,
  dateline: 2,
  keywords: 6,
  prompt: 6,
  related: 12,
  furniture: 12,
  dump: 12,
  comment: 30,
};
/** The cost of a line that is not a sentence, except in a list or table inside an article. */
const costOfUnfinished = 2;
/** A single subheading is cheap; several lines that are not sentences in a row are a menu. */
const costOfHeadingList = 3;
/** Single numbers and rules occur in tables, charts and slide shows. */
const costOfNumber = 1;
/** In a list of links or a menu, each block after the first costs only this share. */
const shareOfFollowing = 0.7;
/** A box of links between two paragraphs costs at most this, however many links it has. */
const costliestBox = 20;
/** A line of this many words is prose even if no mark ends it. */
const fewestProseWords = 25;
/**
 * Weight of the words in a line that is not a sentence: teasers and menus consist of such lines.
 */
const worthOfUnfinished = 0.2;
/** A link alone below its text ("See it at the shop") is a part of a list of products. */
const costOfLoneLink = 2;
/** In words. */
const longestLoneLink = 6;
/** A link of at most this many characters may follow the last sentence of a paragraph. */
const longestTail = 60;
/** The fewest words of a paragraph with such a link. */
const fewestWordsBeforeTail = 8;
/** Text with a greater share of links than this is not prose, but a list of links or a teaser. */
const linkedShare = 0.3;
/** The same for a paragraph that may end with a link. */
const linkedShareWithTail = 0.5;
/**
 * Weight of the words in a list: portals print teasers as lists of whole paragraphs, articles
 * seldom do.
 */
const worthInList = 0.5;

/**
 * Keeps the best run of prose: of all stretches of the document, the one with the most words in
 * sentences, less the cost of every other block inside it (maximum subarray, one pass:
 * Bentley, "Programming Pearls", 1984). Sentences outside the run, among menus and teasers, become
 * furniture.
 */
export function keepMainRun(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  let best = 0;
  let bestStart = 0;
  let bestEnd = blocks.length;
  let sum = 0;
  let start = 0;
  let boxCost = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    const follows = i > 0 && labels[i] === labels[i - 1];
    const isLone = !follows && labels[i + 1] !== labels[i];
    const own = isLoneLink(blocks[i]!, labels[i]!, isLone)
      ? -costOfLoneLink
      : worth(blocks[i]!, labels[i]!, follows);
    const within = labels[i] === "related" ? Math.max(own, boxCost - costliestBox) : own;
    boxCost = labels[i] === "related" ? boxCost - within : 0;
    sum += within;
    if (sum > best) {
      best = sum;
      bestStart = start;
      bestEnd = i + 1;
    }
  }
  const standfirst = standfirstStart(blocks, labels, bestStart);
  for (let i = 0; i < blocks.length; i++) {
    if ((i < standfirst || i >= bestEnd) && labels[i] === "body") labels[i] = "furniture";
  }
}

/** At most this many blocks (share buttons, authors, a picture) between a title and the text. */
const mostBlocksBelowTitle = 25;
/** A standfirst has at most this many blocks, each of at least this many words. */
const mostStandfirstBlocks = 4;
const shortestStandfirstWords = 8;

/**
 * Returns where the standfirst begins if a few sentences are alone between the title and the run;
 * otherwise the start of the run.
 */
function standfirstStart(
  blocks: readonly MeasuredBlock[],
  labels: readonly BlockLabel[],
  runStart: number,
): number {
  let start = runStart;
  let count = 0;
  for (let i = runStart - 1; i >= Math.max(0, runStart - mostBlocksBelowTitle); i--) {
    if (labels[i] === "title" || labels[i] === "titleEcho") return start;
    if (labels[i] !== "body") continue;
    const block = blocks[i]!;
    const isSentence = block.endsSentence && block.words >= shortestStandfirstWords;
    if (!isSentence || block.linkDensity > linkedShare || ++count > mostStandfirstBlocks)
      return runStart;
    start = i;
  }
  return runStart;
}

function isLoneLink(block: MeasuredBlock, label: BlockLabel, isLone: boolean): boolean {
  const { features, words } = block;
  return isLone && label === "related" && features.region === "article" && words <= longestLoneLink;
}

function worth(block: MeasuredBlock, label: BlockLabel, follows: boolean): number {
  const isListed = label === "body" && isInList(block);
  if (/^\d*$/.test(block.key)) return isListed ? 0 : -costOfNumber;
  if (label === "heading" && follows) return -costOfHeadingList;
  if (label !== "body") return -costOf[label] * (follows ? shareOfFollowing : 1);
  if (block.words >= fewestProseWords || holdsSentence(block)) {
    return block.features.element === "listItem" ? block.words * worthInList : block.words;
  }
  return block.words * worthOfUnfinished - (isListed ? 0 : costOfUnfinished);
}

/** True for an item or cell, without links, of what the markup says is the article. */
function isInList({ features: { element, region }, linkDensity }: MeasuredBlock): boolean {
  return (
    region === "article" &&
    (element === "listItem" || element === "cell") &&
    linkDensity < linkedShare
  );
}

/** True for a sentence, also if a link to a shop or a source follows it. */
function holdsSentence({ features: { text }, endsSentence, words, linkDensity }: MeasuredBlock) {
  if (endsSentence) return true;
  if (words < fewestWordsBeforeTail || linkDensity > linkedShareWithTail) return false;
  return /\p{L}{2}[.!?]["'”’»)]?\s\p{Lu}/u.test(text.slice(-longestTail));
}
