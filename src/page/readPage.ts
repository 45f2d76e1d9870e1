import { joinBlocks } from "../engine/body/joinBlocks.ts";
import { marksOfQuotedBlocks } from "../engine/body/quotedBlocks.ts";
import type { BlockLabel } from "../engine/model/index.ts";
import { type PageBlock, quotable, withMarks } from "./blocks/pageBlock.ts";
import { isSelected } from "./selectedBlocks.ts";

/** The text of a live page to be matched, and the blocks that the answer's offsets refer to. */
export interface PageReading {
  readonly title: string;
  /** The block with the title; null if the title is known only from metadata. */
  readonly titleBlock: PageBlock | null;
  /** The body blocks' texts, joined by a blank line. */
  readonly body: string;
  readonly bodyBlocks: readonly PageBlock[];
  /** For each body block, the offset in `body` where it begins. */
  readonly starts: readonly number[];
}

/** The part of a page that is read. */
export interface ReadingScope {
  /** True if the page is read as an article: its own text, as the rules find it. */
  readonly isArticle: boolean;
  /** What the reader selected in addition, whatever the rules say. */
  readonly selected: readonly Range[];
}

/** The article alone. */
export const wholeArticle: ReadingScope = { isArticle: true, selected: [] };

/** What is known of a page apart from its blocks. */
export interface KnownOfPage {
  /** Its title, from its metadata. */
  readonly title: string | null;
  /** One label per block, from `engine/body`; blocks after the end were not looked at. */
  readonly labels: readonly BlockLabel[];
}

/** Selects, from the blocks that are displayed, the text to be matched. */
export function readPage(
  blocks: readonly PageBlock[],
  { title, labels }: KnownOfPage,
  { isArticle, selected }: ReadingScope,
): PageReading {
  if (!isArticle) {
    return readingOf(
      blocks.filter((block) => isSelected(block, selected)),
      null,
      "",
    );
  }
  const titleBlock = blocks[labels.indexOf("title")] ?? null;
  const bodyBlocks = blocks.filter(
    (block, i) => labels[i] === "body" || (block !== titleBlock && isSelected(block, selected)),
  );
  return readingOf(bodyBlocks, titleBlock, titleBlock?.text ?? title ?? "");
}

/** True if both readings would send the same text. */
export function isSameText(a: PageReading, b: PageReading | null): boolean {
  return b !== null && a.body === b.body && a.title === b.title;
}

function readingOf(
  selected: readonly PageBlock[],
  titleBlock: PageBlock | null,
  title: string,
): PageReading {
  const marks = marksOfQuotedBlocks(selected.map(quotable));
  const bodyBlocks = selected.map((block, i) => withMarks(block, marks[i]!));
  const { body, starts } = joinBlocks(bodyBlocks.map(({ text }) => text));
  return { title, titleBlock, body, bodyBlocks, starts };
}
