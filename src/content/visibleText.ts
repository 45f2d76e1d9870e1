import type { PageReading } from "../page/readPage.ts";

/**
 * Returns the body offset of the first block that ends below the window's upper edge; 0 if none
 * does. A binary search, because blocks are one below the other; where they are not, it finds a
 * neighbour. Reads the layout of a dozen elements.
 */
export function firstVisibleOffset({ bodyBlocks, starts }: PageReading): number {
  let from = 0;
  let to = bodyBlocks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bodyBlocks[middle]!.container.getBoundingClientRect().bottom < 0) from = middle + 1;
    else to = middle;
  }
  return starts[from] ?? 0;
}
