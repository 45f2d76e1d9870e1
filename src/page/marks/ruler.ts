import { type Anchor, layRange } from "../anchors/anchor.ts";

/** Measures where words are. */
export interface Ruler {
  /**
   * The rectangles of the words in the viewport, line by line, empty ones left out; none where the
   * page has changed under the words. Reads layout.
   */
  rectanglesOf(words: Anchor): readonly DOMRect[];
}

/**
 * Returns a ruler for one document. It owns our only live Range apart from public marks, and parks
 * it after each measurement, so that changes of the page cost the same whatever was measured.
 */
export function createRuler(document: Document): Ruler {
  const range = document.createRange();
  return {
    rectanglesOf(words) {
      const rectangles = words.flatMap((stretch) =>
        layRange(range, stretch) ? rectsOf(range) : [],
      );
      range.setStart(document, 0);
      range.collapse(true);
      return rectangles;
    },
  };
}

function rectsOf(range: Range): readonly DOMRect[] {
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}
