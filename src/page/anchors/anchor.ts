/**
 * The place of a passage's words on the page: one range, or several if something else is in between
 * (an advertisement, a figure, the gap between two paragraphs). Together the ranges contain exactly
 * the words. They are static, because every live Range slows each change of the DOM a little, and a
 * page could count them with a clock.
 */
export type Anchor = readonly StaticRange[];

/** Returns a live range over the same words; null if they are gone. */
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
