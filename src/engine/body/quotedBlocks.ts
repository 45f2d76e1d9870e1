/**
 * Gives the blocks of `<blockquote>` elements the marks that a newspaper would print. The markup says
 * that they are somebody's words, and the body of an article is plain text:
 *
 *   We have waited long.             →  “We have waited long.
 *   We do not want to wait again.    →  “We do not want to wait again.”
 *   Carl Sample, innkeeper           →  — Carl Sample, innkeeper
 */
import type { BlockFeatures } from "../model/index.ts";
import { countWords, endsLikeSentence } from "./blockMeasures.ts";

/** What is added before and after a block's text. */
export interface AddedMarks {
  readonly before: string;
  readonly after: string;
}

type QuotableBlock = Pick<BlockFeatures, "text" | "element">;

/** A page with a larger share of its words in quoted blocks uses them for the layout of its text. */
const largestShare = 0.5;

/** The most words of a line that names the source of the quotation above it. */
const longestSignature = 12;

const none: AddedMarks = { before: "", after: "" };

/** Returns what is to be added to each of the blocks of a body; empty strings for most. */
export function marksOfQuotedBlocks(blocks: readonly QuotableBlock[]): readonly AddedMarks[] {
  const isIn = blocks.map(({ element }) => element === "blockquote");
  if (!isIn.includes(true) || quotedShare(blocks) > largestShare) return blocks.map(() => none);
  const quotes = blocks.map(({ text }, i) => isIn[i]! && isUnmarkedQuote(text));
  return blocks.map(({ text }, i) => {
    if (quotes[i]) return { before: "“", after: quotes[i + 1] ? "" : "”" };
    return isIn[i] && quotes[i - 1] && isName(text) ? { before: "— ", after: "" } : none;
  });
}

function quotedShare(blocks: readonly QuotableBlock[]): number {
  let quoted = 0;
  let all = 0;
  for (const { text, element } of blocks) {
    const words = countWords(text);
    all += words;
    if (element === "blockquote") quoted += words;
  }
  return quoted / all;
}

/** True for sentences without marks of their own. */
function isUnmarkedQuote(text: string): boolean {
  return endsLikeSentence(text) && !opensWithDash.test(text) && !/["“”„«»「『]/.test(text);
}

const opensWithDash = /^[-–—―]/;

/** True for a line such as "Carl Sample, innkeeper". */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && countWords(text) <= longestSignature && !endsLikeSentence(text);
}
