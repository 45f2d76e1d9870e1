/** A rectangle of the viewport, in CSS pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The position of the card; it scrolls inside if it is higher than `maxHeight`. */
export interface CardPosition {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly side: "below" | "above" | "right" | "left";
}

/** The gap between the words and the card. */
const gapPx = 8;
/** The margin between the card and the edge of the window. */
const marginPx = 8;
/** The least height of a card; with less room it is placed beside the words. */
const leastHeightPx = 150;
/** How far the card begins before the pointer, so that it can be reached straight down. */
const leadPx = 28;

/** Returns the visible lines of a mark. */
export function visibleLines(lines: readonly Rectangle[], viewport: Size): readonly Rectangle[] {
  return lines.filter(
    ({ left, top, right, bottom }) =>
      bottom > 0 && right > 0 && top < viewport.height && left < viewport.width,
  );
}

/**
 * Places a card below the words, or above them if there is more room, or beside them if there is
 * little of either; never over them. Null if none of the lines is visible.
 */
export function placeCard(
  lines: readonly Rectangle[],
  card: Size,
  viewport: Size,
  pointerX: number | null,
): CardPosition | null {
  const seen = visibleLines(lines, viewport);
  if (seen.length === 0) return null;
  const words: Rectangle = {
    left: Math.min(...seen.map(({ left }) => left)),
    top: Math.min(...seen.map(({ top }) => top)),
    right: Math.max(...seen.map(({ right }) => right)),
    bottom: Math.max(...seen.map(({ bottom }) => bottom)),
  };
  const below = viewport.height - words.bottom - gapPx - marginPx;
  const above = words.top - gapPx - marginPx;
  const left = clamp((pointerX ?? seen[0]!.left + leadPx) - leadPx, viewport.width - card.width);
  if (card.height <= below || (below >= above && below >= leastHeightPx)) {
    return { left, top: words.bottom + gapPx, maxHeight: below, side: "below" };
  }
  if (card.height <= above || above >= leastHeightPx) {
    const height = Math.min(card.height, above);
    return { left, top: words.top - gapPx - height, maxHeight: above, side: "above" };
  }
  return placeBeside(words, card, viewport) ?? placeAtEdge(left, below, above, card, viewport);
}

function placeBeside(words: Rectangle, card: Size, viewport: Size): CardPosition | null {
  const maxHeight = viewport.height - 2 * marginPx;
  const top = clamp(words.top, viewport.height - Math.min(card.height, maxHeight));
  if (words.right + gapPx + card.width + marginPx <= viewport.width) {
    return { left: words.right + gapPx, top, maxHeight, side: "right" };
  }
  if (words.left - gapPx - card.width >= marginPx) {
    return { left: words.left - gapPx - card.width, top, maxHeight, side: "left" };
  }
  return null;
}

/** If the words fill the window, places the card at the edge with more room. */
function placeAtEdge(
  left: number,
  below: number,
  above: number,
  card: Size,
  viewport: Size,
): CardPosition {
  const isBelow = below >= above;
  const maxHeight = Math.max(below, above, Math.min(leastHeightPx, viewport.height / 3));
  const height = Math.min(card.height, maxHeight);
  const top = isBelow ? viewport.height - marginPx - height : marginPx;
  return { left, top, maxHeight, side: isBelow ? "below" : "above" };
}

/** Limits a value to the room between the margins; the lower margin takes precedence. */
function clamp(value: number, room: number): number {
  return Math.max(marginPx, Math.min(value, room - marginPx));
}
