import type { AddedMarks } from "../../engine/body/quotedBlocks.ts";
import { misleadingOpeners, regionIn } from "../../engine/body/regionChain.ts";
import type { BlockFeatures } from "../../engine/model/index.ts";
import type { BlockText } from "./blockText.ts";
import type { ReadingContext } from "./readingContext.ts";

/** A stretch of the page's text that belongs together, with its text nodes. */
export interface PageBlock extends BlockText {
  /** The element whose text this is; a block that a script or `<br><br>` cut has the same one. */
  readonly container: Element;
  readonly context: ReadingContext;
  /** False while no reader sees it: such a block is kept, because a click may show it. */
  readonly isShown: boolean;
}

/** Returns the features of each block, by which `engine/body` labels them. */
export function featuresOf(blocks: readonly PageBlock[]): readonly BlockFeatures[] {
  const disregarded = misleadingOpeners(blocks);
  return blocks.map(({ text, linkChars, context }) => ({
    text,
    element: context.element,
    headingLevel: context.element === "heading" ? context.headingLevel : 0,
    linkChars,
    region: regionIn(context, disregarded),
  }));
}

/** Returns what shows whether a block is quoted. */
export function quotable({ text, context }: PageBlock): Pick<BlockFeatures, "text" | "element"> {
  return { text, element: context.element };
}

/** Returns the block with marks around its text that are in none of its nodes. */
export function withMarks(block: PageBlock, { before, after }: AddedMarks): PageBlock {
  if (before === "" && after === "") return block;
  const runs = block.runs.map((run) => ({ ...run, start: run.start + before.length }));
  return { ...block, text: before + block.text + after, runs };
}
