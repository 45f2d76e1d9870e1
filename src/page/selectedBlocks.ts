import { liveRangeOver } from "./anchors/anchor.ts";
import type { TextRun } from "./blocks/blockText.ts";
import type { PageBlock } from "./blocks/pageBlock.ts";

/** True if some words of the block are inside one of the ranges. */
export function isSelected({ runs }: Pick<PageBlock, "runs">, ranges: readonly Range[]): boolean {
  return ranges.some((range) => runs.some((run) => holdsSome(range, run)));
}

/**
 * True if the range contains a character of the run; a selection often ends where the next one
 * begins.
 */
function holdsSome(range: Range, { node, nodeStart, length }: TextRun): boolean {
  if (!node.isConnected || range.startContainer.getRootNode() !== node.getRootNode()) return false;
  const nodeEnd = nodeStart + length;
  if (range.endContainer === node && range.endOffset <= nodeStart) return false;
  if (range.startContainer === node && range.startOffset >= nodeEnd) return false;
  return range.comparePoint(node, nodeStart) <= 0 && range.comparePoint(node, nodeEnd) >= 0;
}

/** Returns the reader's selection as static ranges; empty if there is none. */
export function selectedRanges(document: Document): readonly Range[] {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return [];
  return Array.from({ length: selection.rangeCount }, (_, i) =>
    selection.getRangeAt(i).cloneRange(),
  );
}

const startToEnd = 1;
const endToStart = 3;

/** True if some of the words are inside one of the ranges. */
export function meetsAny(words: StaticRange, others: readonly Range[]): boolean {
  const range = liveRangeOver(words);
  if (range === null) return false;
  const root = range.startContainer.getRootNode();
  return others.some(
    (other) =>
      other.startContainer.getRootNode() === root &&
      range.compareBoundaryPoints(startToEnd, other) > 0 &&
      range.compareBoundaryPoints(endToStart, other) < 0,
  );
}
