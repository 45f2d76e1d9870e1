import type { PassageSpan } from "../../engine/model/index.ts";
import { normalise } from "../../engine/text/normalise.ts";
import { runAt, type TextRun } from "../blocks/blockText.ts";
import type { PageBlock } from "../blocks/pageBlock.ts";
import type { PageReading } from "../readPage.ts";
import type { Anchor } from "./anchor.ts";

/**
 * Finds a passage's words in the live page. Returns null if they are no longer there: the text
 * under the ranges is compared with what was read, and an uncertain passage is not marked.
 */
export function anchorPassage(place: PassageSpan, reading: PageReading): Anchor | null {
  const ranges: StaticRange[] = [];
  const texts: string[] = [];
  for (const part of blockParts(place, reading)) {
    const runs = runsWithin(part.block.runs, part.start, part.end);
    if (runs.length === 0 || !runs.every((run) => isUnchanged(run, part.block))) return null;
    texts.push(part.block.text.slice(part.start, part.end));
    for (const group of uninterrupted(runs)) ranges.push(rangeOver(group));
  }
  const words = (place.in === "title" ? reading.title : reading.body).slice(place.start, place.end);
  return ranges.length > 0 && saysTheSame(texts.join("\n\n"), words) ? ranges : null;
}

interface BlockPart {
  readonly block: PageBlock;
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
}

/** The stretch of each block that the passage covers. */
function blockParts(
  { in: part, start, end }: PassageSpan,
  reading: PageReading,
): readonly BlockPart[] {
  if (part === "title") {
    return reading.titleBlock === null ? [] : [{ block: reading.titleBlock, start, end }];
  }
  const parts: BlockPart[] = [];
  for (let i = lastStartUpTo(reading.starts, start); i < reading.starts.length; i++) {
    const blockStart = reading.starts[i]!;
    if (blockStart >= end) break;
    const block = reading.bodyBlocks[i]!;
    const from = Math.max(0, start - blockStart);
    const to = Math.min(block.text.length, end - blockStart);
    if (from < to) parts.push({ block, start: from, end: to });
  }
  return parts;
}

function lastStartUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The runs between two offsets of the block's text, cut to them. */
function runsWithin(runs: readonly TextRun[], start: number, end: number): readonly TextRun[] {
  const within: TextRun[] = [];
  for (let i = runAt(runs, start); i < runs.length; i++) {
    const run = runs[i]!;
    if (run.start >= end) break;
    const from = Math.max(run.start, start);
    const length = Math.min(run.start + run.length, end) - from;
    within.push({ ...run, start: from, length, nodeStart: run.nodeStart + from - run.start });
  }
  return within;
}

/** True if the node is still in a document with the text that was read. */
function isUnchanged({ node, nodeStart, start, length }: TextRun, { text }: PageBlock): boolean {
  if (!node.isConnected) return false;
  const now = node.data.slice(nodeStart, nodeStart + length);
  const then = text.slice(start, start + length);
  return now === then || now.replace(/[\s\u0085]/g, " ") === then;
}

function* uninterrupted(runs: readonly TextRun[]): Generator<readonly TextRun[]> {
  let group: TextRun[] = [];
  for (const run of runs) {
    if (run.isInterrupted && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(run);
  }
  if (group.length > 0) yield group;
}

function rangeOver(runs: readonly TextRun[]): StaticRange {
  const first = runs[0]!;
  const last = runs.at(-1)!;
  const view = first.node.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  return new (view ?? globalThis).StaticRange({
    startContainer: first.node,
    startOffset: first.nodeStart,
    endContainer: last.node,
    endOffset: last.nodeStart + last.length,
  });
}

function saysTheSame(a: string, b: string): boolean {
  return a === b || normalise(a).text === normalise(b).text;
}
