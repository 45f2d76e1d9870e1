import type { PdfLine } from "./pdfText.ts";

/** Lines at the upper and at the lower edge of a page that may be its head or foot. */
const edgeLines = 4;
/** In points: a running head is at the same height on each page. */
const sameHeight = 4;
/** The share of pages that repeat a line; left and right pages have heads of their own. */
const leastShare = 0.3;
const leastPages = 2;

/**
 * Returns the pages without what stands at the same edge of several: running heads, page numbers,
 * repeated notes. Numbers in them may differ.
 */
export function withoutRunningHeads(
  pages: readonly (readonly PdfLine[])[],
): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).flatMap(keysOf))) {
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const least = Math.max(leastPages, pages.length * leastShare);
  const isRepeated = (line: PdfLine) => keysOf(line).some((key) => (seen.get(key) ?? 0) >= least);
  return pages.map((lines) => {
    const dropped = new Set(edgesOf(lines).filter(isRepeated));
    return lines.filter((line) => !dropped.has(line));
  });
}

function edgesOf(lines: readonly PdfLine[]): readonly PdfLine[] {
  const falling = lines.toSorted((one, other) => other.baseline - one.baseline);
  const highest = falling[Math.min(edgeLines, falling.length) - 1]?.baseline ?? 0;
  const lowest = falling[Math.max(0, falling.length - edgeLines)]?.baseline ?? 0;
  // Lines that stand beside the last one of the edge belong to it.
  return falling.filter(({ baseline }) => baseline >= highest || baseline <= lowest);
}

/** Two heights of which one is shared by all lines that are at most `sameHeight` apart. */
function keysOf({ text, baseline }: PdfLine): readonly string[] {
  const words = text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
  const step = Math.floor(baseline / sameHeight);
  return [`${step} ${words}`, `${step + 1} ${words}`];
}
