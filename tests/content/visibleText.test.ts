import { expect, it } from "vitest";
import { firstVisibleOffset } from "../../src/content/visibleText.ts";
import type { PageReading } from "../../src/page/readPage.ts";

/** Ten blocks of 100 px, whose texts begin at 0, 50, 100, …. */
function readingAt(scrolledPx: number): PageReading {
  const bodyBlocks = Array.from({ length: 10 }, (_, at) => ({
    container: { getBoundingClientRect: () => ({ bottom: (at + 1) * 100 - scrolledPx }) },
  }));
  const starts = bodyBlocks.map((_, at) => at * 50);
  return { bodyBlocks, starts, title: "", titleBlock: null, body: "" } as unknown as PageReading;
}

it.each([
  [0, 0],
  [90, 0],
  [150, 50],
  [730, 350],
  [990, 450],
  [5_000, 0],
])("scrolled by %i px, the first visible text begins at %i", (scrolledPx, offset) => {
  expect(firstVisibleOffset(readingAt(scrolledPx))).toBe(offset);
});

it("a page without text begins at its beginning", () => {
  expect(firstVisibleOffset({ ...readingAt(0), bodyBlocks: [], starts: [] })).toBe(0);
});
