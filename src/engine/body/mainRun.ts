import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";

/** What a block that is not the article's takes from the run it stands in, in words of prose. */
const costOfFurniture = 12;
/** A line that is no sentence counts for less: teasers and menus are made of them. */
const worthOfUnfinished = 0.2;

/**
 * Keeps the best run of prose: of all stretches of the document, the one with the most words of
 * sentences after a price for every block of furniture inside it (a maximum-sum subarray, one
 * pass). Sentences far from it, among menus and teasers, are furniture.
 */
export function keepMainRun(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  let best = 0;
  let bestStart = 0;
  let bestEnd = blocks.length;
  let sum = 0;
  let start = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += worth(blocks[i]!, labels[i]!);
    if (sum > best) {
      best = sum;
      bestStart = start;
      bestEnd = i + 1;
    }
  }
  for (let i = 0; i < blocks.length; i++) {
    if ((i < bestStart || i >= bestEnd) && labels[i] === "body") labels[i] = "furniture";
  }
}

function worth(block: MeasuredBlock, label: BlockLabel): number {
  if (label === "title" || label === "titleEcho") return 0;
  if (label === "caption" || label === "credit" || label === "heading") return -2;
  if (label !== "body") return -costOfFurniture;
  return block.endsSentence ? block.words : block.words * worthOfUnfinished - 4;
}
