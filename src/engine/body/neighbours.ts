/** Rules that look at a block's neighbours: captions, repeats, appeals, short lines. */
import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";
import { addressesReader } from "./lineKinds.ts";

const longestCaptionWords = 60;
const monthDate =
  /(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}(?:,\s*\d{4})?|\b\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4}|\b(?:19|20)\d\d)[.)]?$/iu;

/** A line that borders a credit and reads like a caption is one. */
export function labelCaptions(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  for (let i = 0; i < blocks.length; i++) {
    if (labels[i] !== "credit") continue;
    const before = i > 0 && isCaptionBeside(blocks[i - 1]!, labels[i - 1]!);
    if (before) labels[i - 1] = "caption";
    const after = i + 1 < blocks.length && isCaptionBeside(blocks[i + 1]!, labels[i + 1]!);
    const repeated = i > 0 && i + 1 < blocks.length && blocks[i - 1]!.key === blocks[i + 1]!.key;
    if (after && (!before || repeated)) labels[i + 1] = "caption";
  }
}

/** An unfinished line, or one sentence that ends with a date, next to a picture's credit. */
function isCaptionBeside(block: MeasuredBlock, label: BlockLabel): boolean {
  if (label !== "body" || block.words > longestCaptionWords) return false;
  const { text } = block.features;
  if (monthDate.test(text.slice(-40))) return true;
  return !block.endsSentence && block.words >= 4 && block.features.element !== "heading";
}

/** Shorter lines recur by chance. */
const shortestRepeatedKey = 24;

/** The second copy of a line is furniture: a pull quote, a teaser, a copy for small screens. */
export function labelRepeats(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  const seen = new Set<string>();
  for (let i = 0; i < blocks.length; i++) {
    if (labels[i] !== "body") continue;
    const { key } = blocks[i]!;
    if (key.length < shortestRepeatedKey) continue;
    if (seen.has(key)) labels[i] = "furniture";
    seen.add(key);
  }
}

const asksForMoney =
  /\b(?:small favou?r|support (?:us|our|independent)|your support|donat|contribut|need your help)/;

/**
 * An appeal for money goes on over the blocks that follow it and speak as "we" to "you". Other
 * prompts do not: a column may speak so below a box that offers a newsletter.
 */
export function labelAppeals(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  let inAppeal = false;
  for (let i = 0; i < blocks.length; i++) {
    const lower = blocks[i]!.features.text.slice(0, longestAppealChars).toLowerCase();
    if (labels[i] === "prompt") {
      inAppeal = asksForMoney.test(lower);
    } else if (inAppeal && labels[i] === "body") {
      inAppeal = !/["“„«]/.test(lower) && addressesReader(lower);
      if (inAppeal) labels[i] = "prompt";
    }
  }
}

const longestAppealChars = 800;
const longestShortLine = 12;

/**
 * Lines of plain text that are no sentences: between sentences a subheading, above the first and
 * below the last of them furniture (sections, names, counters, teasers).
 */
export function labelShortLines(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  const isProse = (i: number) =>
    labels[i] === "body" && blocks[i]!.endsSentence && blocks[i]!.words > 5;
  let first = 0;
  while (first < blocks.length && !isProse(first)) first++;
  let last = blocks.length - 1;
  while (last >= 0 && !isProse(last)) last--;
  if (first > last) return;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (labels[i] !== "body" || block.endsSentence) continue;
    const isLine = block.features.element === "line";
    if (i < first || i > last) {
      const isShort = block.words <= longestShortLine && block.features.element === "paragraph";
      if (isLine || isShort) labels[i] = "furniture";
    } else if (isLine && block.words <= longestShortLine) {
      labels[i] = "heading";
    }
  }
}
