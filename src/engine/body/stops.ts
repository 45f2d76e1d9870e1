import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";
import { strongStops, weakStops } from "./phrases.ts";

/**
 * A stop counts only after at least this many words of the article; before that it belongs to a
 * menu.
 */
const leastWordsBefore = 50;
/** A weak stop cuts only if what follows is at most this share of what precedes. */
const weakStopShare = 0.34;
const longestStopWords = 6;

/**
 * Cuts the document where readers' comments or other stories begin. Strong stops ("Leave a reply")
 * cut wherever enough of the article precedes them, weak ones ("Latest news") only near the end.
 * Text in lists, above a stop and below it, does not count as article, because on portals it is
 * teasers.
 */
export function cutAtStops(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  const isBelieved = (i: number) =>
    labels[i] === "body" && blocks[i]!.features.element !== "listItem";
  let total = 0;
  for (let i = 0; i < blocks.length; i++) if (isBelieved(i)) total += blocks[i]!.words;
  let before = 0;
  let believed = 0;
  for (let i = 0; i < blocks.length; i++) {
    const stop = blocks[i]!.words <= longestStopWords ? stopKind(blocks[i]!.key) : null;
    const isNearEnd = total - believed <= before * weakStopShare;
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
    if (isBelieved(i)) believed += blocks[i]!.words;
  }
}

/** Returns where a box of links inside the article ends: at the next sentences without links. */
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
