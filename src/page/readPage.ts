import { joinBlocks } from "../engine/body/joinBlocks.ts";
import { labelBlocksInSteps } from "../engine/body/labelBlocks.ts";
import { featuresOf, type PageBlock } from "./blocks/pageBlock.ts";

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

/** Picks the article's own text out of the blocks that are displayed. `knownTitle` is what the metadata say. */
export function readPage(blocks: readonly PageBlock[], knownTitle: string | null): PageReading {
  const steps = readPageInSteps(blocks, knownTitle);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of about a millisecond, so that the page can work in between. */
export function* readPageInSteps(
  all: readonly PageBlock[],
  knownTitle: string | null,
): Generator<void, PageReading> {
  const blocks = all.filter((block) => block.isShown);
  const features = featuresOf(blocks);
  yield;
  const labels = yield* labelBlocksInSteps(features, { title: knownTitle });
  const titleBlock = blocks[labels.indexOf("title")] ?? null;
  const bodyBlocks = blocks.filter((_, i) => labels[i] === "body");
  const { body, starts } = joinBlocks(bodyBlocks.map(({ text }) => text));
  return { title: titleBlock?.text ?? knownTitle ?? "", titleBlock, body, bodyBlocks, starts };
}
