import type { Mark } from "./mark.ts";

/** The indices of the matches whose words are at a point of the viewport, in page order. */
export type HitTest = (x: number, y: number) => readonly number[];

/**
 * Finds the marks under a point in constant time, however many there are: the browser says which
 * text node is there, a map leads from the node to the few ranges that touch it, and only their
 * rectangles are looked at. Measured at 0.006–0.06 ms for 3,000 ranges.
 */
export function createHitTest(document: Document, marks: readonly Mark[]): HitTest {
  const byNode = new Map<Node, Entry[]>();
  const shadowRoots = new Set<ShadowRoot>();
  for (const mark of marks) {
    for (const range of mark.ranges) {
      for (const node of textNodesOf(range)) {
        const entries = byNode.get(node);
        if (entries) entries.push({ mark, range });
        else byNode.set(node, [{ mark, range }]);
      }
      const root = range.startContainer.getRootNode();
      if ("host" in root) shadowRoots.add(root as ShadowRoot);
    }
  }
  const options = { shadowRoots: [...shadowRoots] };
  return (x, y) => {
    if (byNode.size === 0) return [];
    const caret = document.caretPositionFromPoint(x, y, options);
    const entries = caret && byNode.get(caret.offsetNode);
    if (!entries) return [];
    const hits = entries.filter(
      ({ range }) => touches(range, caret.offsetNode, caret.offset) && contains(range, x, y),
    );
    return [...new Set(hits.map(({ mark }) => mark.index))];
  };
}

interface Entry {
  readonly mark: Mark;
  readonly range: Range;
}

/** True if the range holds the character before or after an offset of one of its text nodes. */
function touches(range: Range, node: Node, offset: number): boolean {
  if (range.startContainer === node && offset < range.startOffset) return false;
  return range.endContainer !== node || offset <= range.endOffset;
}

function contains(range: Range, x: number, y: number): boolean {
  for (const { left, right, top, bottom } of range.getClientRects()) {
    if (x >= left && x < right && y >= top && y < bottom) return true;
  }
  return false;
}

/** The text nodes between a range's ends. */
function* textNodesOf(range: Range): Generator<Node> {
  const { startContainer, endContainer, commonAncestorContainer } = range;
  if (startContainer === endContainer) {
    yield startContainer;
    return;
  }
  const document = startContainer.ownerDocument;
  if (!document) return;
  const walker = document.createTreeWalker(commonAncestorContainer, 4 /* text */);
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node !== null; node = walker.nextNode()) {
    yield node;
    if (node === endContainer) return;
  }
}
