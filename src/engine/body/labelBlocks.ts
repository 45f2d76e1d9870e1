/**
 * Finds the blocks that are the article's own text. The same rules serve a live page, parsed HTML
 * and the lines of plain text: first what each block shows by itself (markup, links, wording), then
 * what its neighbours show (captions around a credit, repeated lines, the title), then where the
 * article stops. Linear in the text.
 */
import type { BlockFeatures, BlockLabel } from "../model/index.ts";
import { labelByMarkup, labelByPlace } from "./blockMarkup.ts";
import { type MeasuredBlock, measureBlock } from "./blockMeasures.ts";
import { labelEmbedNotes } from "./embedNotes.ts";
import { labelByText } from "./lineKinds.ts";
import { keepMainRun } from "./mainRun.ts";
import {
  labelAppeals,
  labelCaptions,
  labelDeals,
  labelRepeats,
  labelShortLines,
} from "./neighbours.ts";
import { cutAtStops } from "./stops.ts";
import { labelTitle } from "./titleEcho.ts";

/**
 * If less than this share of the words is left, the rules have misread the document and everything
 * is kept.
 */
const leastShareKept = 0.1;

/** What is known before labelling. */
export interface KnownOfBlocks {
  /** The article's title, if it is known from elsewhere. */
  readonly title: string | null;
}

/**
 * Returns one label per block, in order. Only "body" blocks form the body; subheadings are
 * "heading".
 */
export function labelBlocks(
  blocks: readonly BlockFeatures[],
  known: KnownOfBlocks,
): readonly BlockLabel[] {
  const measured: MeasuredBlock[] = [];
  const byMarkup: (BlockLabel | null)[] = [];
  const labels: BlockLabel[] = [];
  for (const features of blocks) {
    const block = measureBlock(features);
    const byItsMarkup = labelByMarkup(block);
    measured.push(block);
    byMarkup.push(byItsMarkup);
    labels.push(byItsMarkup ?? labelByText(block) ?? labelByPlace(block) ?? "body");
  }
  labelTitle(measured, labels, known.title);
  labelCaptions(measured, labels);
  labelRepeats(measured, labels);
  labelAppeals(measured, labels);
  labelEmbedNotes(measured, labels);
  labelDeals(measured, labels);
  cutAtStops(measured, labels);
  labelShortLines(measured, labels);
  keepMainRun(measured, labels);
  labelPictureStory(measured, labels);
  return isEnough(measured, labels) ? labels : keepEverything(labels, byMarkup);
}

/** A caption of at least this many words that consists of sentences. */
const shortestNarrativeCaption = 12;

/**
 * Handles picture stories: if most sentences of a page are captions, the captions are the article.
 */
function labelPictureStory(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  let narrativeWords = 0;
  let own = 0;
  const isNarrative = ({ endsSentence, words }: MeasuredBlock) =>
    endsSentence && words >= shortestNarrativeCaption;
  for (const [i, block] of blocks.entries()) {
    if (labels[i] === "body") own += block.words;
    if (labels[i] === "caption" && isNarrative(block)) narrativeWords += block.words;
  }
  if (narrativeWords <= own * 2) return;
  for (const [i, block] of blocks.entries()) {
    if (labels[i] === "caption" && isNarrative(block)) labels[i] = "body";
  }
}

/**
 * True if enough words are left. Comments below a stop, and what markup sets aside, do not count.
 */
function isEnough(blocks: readonly MeasuredBlock[], labels: readonly BlockLabel[]): boolean {
  let kept = 0;
  let all = 0;
  for (let i = 0; i < blocks.length; i++) {
    const words = blocks[i]!.words;
    if (labels[i] === "body") kept += words;
    if (labels[i] !== "comment" && labels[i] !== "dump") all += words;
  }
  return kept > 0 && kept >= all * leastShareKept;
}

/** Keeps everything except what markup sets aside; if nothing else is there, keeps that too. */
function keepEverything(
  labels: readonly BlockLabel[],
  byMarkup: readonly (BlockLabel | null)[],
): readonly BlockLabel[] {
  const anyInside = byMarkup.includes(null);
  return labels.map((label, i) => {
    if (label === "title" || label === "titleEcho" || label === "heading") return label;
    return anyInside ? (byMarkup[i] ?? "body") : "body";
  });
}
