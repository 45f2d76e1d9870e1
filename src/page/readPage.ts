import { joinBlocks } from "../engine/body/joinBlocks.ts";
import { labelBlocksInSteps } from "../engine/body/labelBlocks.ts";
import { featuresOf, type PageBlock } from "./blocks/pageBlock.ts";
import { isSelected } from "./selectedBlocks.ts";

/** What of a live page is sent to be matched, and the blocks that the answer's offsets lead back to. */
export interface PageReading {
  readonly title: string;
  /** The block that holds the title; null when the title is known from metadata only. */
  readonly titleBlock: PageBlock | null;
  /** The body blocks' texts, joined by a blank line. */
  readonly body: string;
  readonly bodyBlocks: readonly PageBlock[];
  /** For each body block the offset in `body` at which it begins. */
  readonly starts: readonly number[];
}

/** What of a page is read. */
export interface ReadingScope {
  /** Whether the page is read as an article: its own text, as the rules find it. */
  readonly isArticle: boolean;
  /** What the reader asked for besides, whatever the rules say of it. */
  readonly selected: readonly Range[];
}

/** The article, and nothing besides. */
export const wholeArticle: ReadingScope = { isArticle: true, selected: [] };

/** Picks the article's own text out of the blocks that are displayed. `knownTitle` is what the metadata say. */
export function readPage(blocks: readonly PageBlock[], knownTitle: string | null): PageReading {
  const steps = readPageInSteps(blocks, knownTitle, wholeArticle);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of about a millisecond, so that the page can work in between. */
export function* readPageInSteps(
  all: readonly PageBlock[],
  knownTitle: string | null,
  { isArticle, selected }: ReadingScope,
): Generator<void, PageReading> {
  const blocks = all.filter((block) => block.isShown);
  if (!isArticle) {
    return readingOf(
      blocks.filter((block) => isSelected(block, selected)),
      null,
      "",
    );
  }
  const features = featuresOf(blocks);
  yield;
  const labels = yield* labelBlocksInSteps(features, { title: knownTitle });
  const titleBlock = blocks[labels.indexOf("title")] ?? null;
  const bodyBlocks = blocks.filter(
    (block, i) => labels[i] === "body" || (block !== titleBlock && isSelected(block, selected)),
  );
  return readingOf(bodyBlocks, titleBlock, titleBlock?.text ?? knownTitle ?? "");
}

function readingOf(
  bodyBlocks: readonly PageBlock[],
  titleBlock: PageBlock | null,
  title: string,
): PageReading {
  const { body, starts } = joinBlocks(bodyBlocks.map(({ text }) => text));
  return { title, titleBlock, body, bodyBlocks, starts };
}
