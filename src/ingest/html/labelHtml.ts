import { countWords, endsLikeSentence, letterKey } from "../../engine/body/blockMeasures.ts";
import { labelBlocks } from "../../engine/body/labelBlocks.ts";
import type { BlockFeatures, BlockLabel, BlockRegion } from "../../engine/model/index.ts";
import { collectBlocks } from "../../page/blocks/collectBlocks.ts";
import { featuresOf } from "../../page/blocks/pageBlock.ts";
import type { LabelledBlocks } from "../datelines.ts";
import { labelStated, type StatedText } from "../metadata/labelStated.ts";
import { deepestNesting, nestsDeeperThan, readableBlocks } from "./readableBlocks.ts";
import { readingCopy } from "./readingCopy.ts";

/** The labelled blocks of a page, and those around its title, which may have date and byline. */
export interface LabelledPage extends LabelledBlocks {
  readonly head: LabelledBlocks;
}

/**
 * Labels the blocks of a page by the rules for live pages, so that the same text is saved and
 * marked; corrects them at the edges by what Readability takes for the article. The document is not
 * changed.
 */
export function labelHtml(
  document: Document,
  title: string | null,
  stated: StatedText,
): LabelledPage {
  // A document that nests deeper than any page is too expensive to copy and is read as it is.
  const isCopied = !nestsDeeperThan(document, deepestNesting);
  const copy = isCopied ? readingCopy(document) : document;
  const root = copy.getElementsByTagName("body")[0] ?? copy.documentElement;
  const blocks = root === null ? [] : featuresOf(collectBlocks(root));
  const own = labelStated(blocks, labelBlocks(blocks, { title }), stated);
  // In a page of one block there is nothing to correct.
  const readable = isCopied && blocks.length > 1 ? readableBlocks(copy) : null;
  const labels = readable === null ? own : corrected(blocks, own, bodyKeys(readable, title));
  return { blocks, labels, head: headOf({ blocks, labels: own }) };
}

/** Date and byline may be among this many blocks below the title. */
const headBlocks = 25;

function headOf({ blocks, labels }: LabelledBlocks): LabelledBlocks {
  const start = Math.max(0, labels.indexOf("title"));
  const end = start + headBlocks;
  return { blocks: blocks.slice(start, end), labels: labels.slice(start, end) };
}

/** The texts that the rules take for the article's in the readable part. */
function bodyKeys(readable: readonly BlockFeatures[], title: string | null): ReadonlySet<string> {
  const labels = labelBlocks(readable, { title });
  return new Set(
    readable.filter((_, i) => labels[i] === "body").map(({ text }) => letterKey(text)),
  );
}

/** Two readings of a page agree if they share at least this much of what Readability takes. */
const leastShared = 0.8;
/** At the edges, text that only one reading has is doubtful if it is less than this. */
const largestEdge = 0.15;
/**
 * Readability leaves out standfirsts, paragraphs and boxes of short lines above and between the
 * blocks that it takes.
 */
const shortestProseWords = 8;

/**
 * Returns the page's labels, corrected where only one of the two readings takes a block as body.
 */
function corrected(
  blocks: readonly BlockFeatures[],
  own: readonly BlockLabel[],
  readable: ReadonlySet<string>,
): readonly BlockLabel[] {
  const words = blocks.map(({ text }) => countWords(text));
  const isReadable = blocks.map(({ text }) => readable.has(letterKey(text)));
  const sum = (counts: (i: number) => boolean) =>
    words.reduce((total, count, i) => (counts(i) ? total + count : total), 0);
  const shared = sum((i) => own[i] === "body" && isReadable[i]!);
  const taken = sum((i) => isReadable[i]!);
  const kept = sum((i) => own[i] === "body");
  if (taken === 0 || (shared < taken * leastShared && taken < kept)) return own;
  const isAgreed = shared >= taken * leastShared;
  const isDoubtful = !isAgreed || kept - shared < kept * largestEdge;
  const last = isReadable.lastIndexOf(true);
  const seen = new Set(
    own.flatMap((label, i) => (label === "body" ? letterKey(blocks[i]!.text) : [])),
  );
  return own.map((label, i) => {
    const key = letterKey(blocks[i]!.text);
    if (label !== "body") {
      if (!isReadable[i] || seen.has(key) || isSettled(label, blocks[i]!, isAgreed)) return label;
      seen.add(key);
      return "body";
    }
    // Readability drops the line below a quotation that names its source.
    if (isReadable[i] || !isDoubtful || blocks[i]!.element === "blockquote") return label;
    const isProse = words[i]! >= shortestProseWords && endsLikeSentence(blocks[i]!.text);
    return isAgreed && isProse && i < last ? label : "furniture";
  });
}

/** Regions that Readability sometimes misses: a subscription box in the middle of a text. */
const settledRegions: ReadonlySet<BlockRegion> = new Set<BlockRegion>([
  "navigation",
  "form",
  "comments",
  "footer",
]);

/** True for blocks whose label stays, whatever Readability takes. */
function isSettled(label: BlockLabel, { region }: BlockFeatures, isAgreed: boolean): boolean {
  if (label === "title" || label === "titleEcho") return true;
  return isAgreed && settledRegions.has(region);
}
