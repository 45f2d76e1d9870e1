/** Rules that look at the neighbours of a block: captions, repeats, appeals, short lines, deals. */
import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";
import { addressesReader } from "./lineKinds.ts";

/** A longer block next to a credit is not its caption. */
const longestCaptionWords = 60;
const monthDate =
  /(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}(?:,\s*\d{4})?|\b\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4}|\b(?:19|20)\d\d)[.)]?$/iu;

/** Labels as captions the lines next to a credit that read like one. */
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

/**
 * True for an incomplete line, or one sentence that ends with a date, next to the credit of a
 * picture.
 */
function isCaptionBeside(block: MeasuredBlock, label: BlockLabel): boolean {
  if (label !== "body" || block.words > longestCaptionWords) return false;
  const { text } = block.features;
  if (monthDate.test(text.slice(-40))) return true;
  return !block.endsSentence && block.words >= 4 && block.features.element !== "heading";
}

/** Shorter lines may repeat by chance. */
const shortestRepeatedKey = 24;

/**
 * Labels the second copy of a line as furniture: a pull quote, a teaser, a copy for small screens.
 */
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
 * Continues an appeal for money over the following blocks in which "we" speak to "you". Other
 * prompts are not continued: a column may use these words below a box that offers a newsletter.
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

/** The characters of a block in which an appeal is looked for. */
const longestAppealChars = 800;
/** The most words of a subheading, or of a line of furniture. */
const longestShortLine = 12;

/**
 * Labels lines of plain text that are not sentences: subheadings between sentences; furniture above
 * the first sentence and below the last (sections, names, counters, teasers).
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

const price = /[$€£¥₹₺₽]\s?\d|\d\s?(?:€|£|kr\b|zł|₽|₺|TL\b|CHF\b|dollars?\b|euros?\b)/u;
/** Deals are at least this many links in a row of which this share has a price. */
const fewestDeals = 3;
const shareWithPrice = 0.6;

/**
 * Labels as body the links of a list of deals, if there is less other text: then they are the
 * article.
 */
export function labelDeals(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  const deals: number[] = [];
  for (let start = 0; start < blocks.length; ) {
    let end = start;
    while (end < blocks.length && isLinkOfArticle(blocks[end]!, labels[end]!)) end++;
    const run = blocks.slice(start, end);
    const priced = run.filter(({ features }) => price.test(features.text)).length;
    if (run.length >= fewestDeals && priced >= run.length * shareWithPrice) {
      for (let i = start; i < end; i++) deals.push(i);
    }
    start = Math.max(end, start + 1);
  }
  const words = (indices: readonly number[]) =>
    indices.reduce((sum, i) => sum + blocks[i]!.words, 0);
  const own = blocks.flatMap((_, i) => (labels[i] === "body" ? [i] : []));
  if (words(deals) <= words(own)) return;
  for (const i of deals) labels[i] = "body";
}

function isLinkOfArticle({ features: { region } }: MeasuredBlock, label: BlockLabel): boolean {
  return label === "related" && region === "article";
}
