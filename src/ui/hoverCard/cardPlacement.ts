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

/** Where the card goes; it scrolls inside if it is higher than `maxHeight`. */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly side: "below" | "above" | "right" | "left";
}

/** Between the words and the card. */
const gapPx = 8;
/** Between the card and the edge of the window. */
const marginPx = 8;
/** A card that shows less than this is put beside the words instead. */
const leastHeightPx = 150;
/** How far the card begins before the pointer, so that the way to it leads straight down. */
const leadPx = 28;

/** The lines of a mark that are in sight. */
export function visibleLines(lines: readonly Rectangle[], viewport: Size): readonly Rectangle[] {
  return lines.filter(
    ({ left, top, right, bottom }) =>
      bottom > 0 && right > 0 && top < viewport.height && left < viewport.width,
  );
}

/**
 * Puts a card below the words, or above them where there is more room, or beside them where there
 * is little of either; never over them. Null when none of the lines is in sight.
 */
export function placeCard(
  lines: readonly Rectangle[],
  card: Size,
  viewport: Size,
  pointerX: number | null,
): CardPlace | null {
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

function placeBeside(words: Rectangle, card: Size, viewport: Size): CardPlace | null {
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

/** The words fill the window: the card takes the edge with more room, and as much as there is. */
function placeAtEdge(
  left: number,
  below: number,
  above: number,
  card: Size,
  viewport: Size,
): CardPlace {
  const isBelow = below >= above;
  const maxHeight = Math.max(below, above, Math.min(leastHeightPx, viewport.height / 3));
  const height = Math.min(card.height, maxHeight);
  const top = isBelow ? viewport.height - marginPx - height : marginPx;
  return { left, top, maxHeight, side: isBelow ? "below" : "above" };
}

/** Between the margins, the lower one first. */
function clamp(value: number, room: number): number {
  return Math.max(marginPx, Math.min(value, room - marginPx));
}
