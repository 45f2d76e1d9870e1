import type { PageReading } from "../page/readPage.ts";

/**
 * Offset in the body of the first block that ends below the window's upper edge; 0 where none does.
 * Halves the blocks, which stand one below the other; where they do not, it finds a neighbour.
 * Reads the layout of a dozen elements.
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
