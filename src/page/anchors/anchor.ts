/**
 * Where a passage's words stand on the page: one range, or several where something that is not of
 * the article stands between them (an advertisement, a figure, the gap between two paragraphs).
 * The ranges together hold the words and nothing else.
 *
 * They are static: every live Range slows each change of the page's DOM a little, so that a page
 * could count them by the clock.
 */
export type Anchor = readonly StaticRange[];

/** A live range over the same words; null if they are not there any more. */
export function liveRangeOver(words: StaticRange): Range | null {
  const range = words.startContainer.ownerDocument?.createRange();
  return range !== undefined && layRange(range, words) ? range : null;
}

/** Lays a range over words; false if they are not there any more. */
export function layRange(
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
