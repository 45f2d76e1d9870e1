import type { Anchor } from "../anchors/anchorPassage.ts";

/** Measures where words stand. */
export interface Ruler {
  /**
   * The rectangles of the words in the viewport, line by line, empty ones left out; none where the
   * page has changed under the words. Reads layout.
   */
  rectanglesOf(words: Anchor): readonly DOMRect[];
}

/**
 * A ruler for one document. It owns the only live Range of ours that is not a public mark, and
 * parks it after each measurement, so that the page's changes cost the same whatever was measured.
 */
export function createRuler(document: Document): Ruler {
  const range = document.createRange();
  return {
    rectanglesOf(words) {
      const rectangles = words.flatMap((stretch) => (lay(range, stretch) ? rectsOf(range) : []));
      range.setStart(document, 0);
      range.collapse(true);
      return rectangles;
    },
  };
}

/** Lays a range over words; false if they are not there any more. */
function lay(
  range: Range,
  { startContainer, startOffset, endContainer, endOffset }: AbstractRange,
) {
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return true;
  } catch {
    return false;
  }
}

function rectsOf(range: Range): readonly DOMRect[] {
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** A live range over the same words; null if they are not there any more. */
export function liveRangeOver(words: StaticRange): Range | null {
  const range = words.startContainer.ownerDocument?.createRange();
  return range !== undefined && lay(range, words) ? range : null;
}
