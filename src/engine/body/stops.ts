import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";
import { strongStops, weakStops } from "./phrases.ts";

/** A stop is believed only below so many words of the article; above, it is a menu's. */
const leastWordsBefore = 50;
/** A weak stop cuts only if what follows is at most this share of what stands above. */
const weakStopShare = 0.34;
const longestStopWords = 6;

/**
 * Cuts the document where readers' comments or other stories begin. Strong stops ("Leave a
 * reply") cut wherever enough of the article stands above them, weak ones ("Latest news") only
 * near the end. What stands in lists above a stop is no article: on portals that is teasers.
 */
export function cutAtStops(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  let total = 0;
  for (let i = 0; i < blocks.length; i++) if (labels[i] === "body") total += blocks[i]!.words;
  let before = 0;
  let believed = 0;
  for (let i = 0; i < blocks.length; i++) {
    const stop = blocks[i]!.words <= longestStopWords ? stopKind(blocks[i]!.key) : null;
    const isNearEnd = total - before <= before * weakStopShare;
    if (believed >= leastWordsBefore && (stop === "strong" || (stop === "weak" && isNearEnd))) {
      const isLinkList = stop === "weak" && labels[i + 1] === "related";
      const end = isLinkList ? endOfLinks(blocks, labels, i + 1) : blocks.length;
      cut(i, end, labels, stop === "strong" ? "comment" : "related");
      if (end === blocks.length) return;
    }
    if (stop !== null && labels[i] === "body")
      labels[i] = stop === "strong" ? "comment" : "related";
    if (labels[i] !== "body") continue;
    before += blocks[i]!.words;
    if (blocks[i]!.features.element !== "listItem") believed += blocks[i]!.words;
  }
}

/** A box of links inside the article ends where unlinked sentences go on. */
function endOfLinks(
  blocks: readonly MeasuredBlock[],
  labels: readonly BlockLabel[],
  start: number,
): number {
  let end = start;
  while (end < blocks.length && !(labels[end] === "body" && goesOn(blocks[end]!))) end++;
  return end;
}

function goesOn(block: MeasuredBlock): boolean {
  return block.endsSentence && block.words >= 15 && block.linkDensity < 0.3;
}

function cut(start: number, end: number, labels: BlockLabel[], label: BlockLabel): void {
  for (let i = start; i < end; i++) {
    if (labels[i] === "body" || labels[i] === "heading") labels[i] = label;
  }
}

/** "12 comments" counts as "comments". */
function stopKind(key: string): "strong" | "weak" | null {
  const bare = key.replace(/^\d+|(?<!\d)\d+$/g, "");
  if (strongStops.has(bare)) return "strong";
  return weakStops.has(bare) ? "weak" : null;
}
