import type { Mark } from "./mark.ts";
import type { Ruler } from "./ruler.ts";

/** The indices of the matches whose words are at a point of the viewport, in page order. */
export type HitTest = (x: number, y: number) => readonly number[];

/**
 * Finds the marks under a point in constant time, however many there are. The browser returns the
 * text node there, a map leads from the node to the few ranges that touch it, and only their
 * rectangles are compared. Measured at 0.006–0.06 ms for 3,000 ranges. The map is built at the
 * first test, which only the reader's own pointer asks for: the page cannot have it made, and so
 * cannot count marks by the time that takes.
 */
export function createHitTest(document: Document, marks: readonly Mark[], ruler: Ruler): HitTest {
  let map: MarkMap | null = null;
  return (x, y) => {
    map ??= mapOf(marks);
    const { byNode, shadowRoots } = map;
    if (byNode.size === 0) return [];
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    const entries = caret && byNode.get(caret.offsetNode);
    if (!entries) return [];
    const hits = entries.filter(
      ({ range }) => touches(range, caret.offsetNode, caret.offset) && contains(range, x, y, ruler),
    );
    return [...new Set(hits.map(({ mark }) => mark.index))];
  };
}

/** Which ranges touch which text node. */
interface MarkMap {
  readonly byNode: ReadonlyMap<Node, readonly Entry[]>;
  /** The open shadow roots with marks. */
  readonly shadowRoots: ReadonlySet<ShadowRoot>;
}

interface Entry {
  readonly mark: Mark;
  readonly range: StaticRange;
}

function mapOf(marks: readonly Mark[]): MarkMap {
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
  return { byNode, shadowRoots };
}

/** True if the range contains the character before or after an offset of one of its text nodes. */
function touches(range: StaticRange, node: Node, offset: number): boolean {
  if (range.startContainer === node && offset < range.startOffset) return false;
  return range.endContainer !== node || offset <= range.endOffset;
}

function contains(range: StaticRange, x: number, y: number, ruler: Ruler): boolean {
  return ruler
    .rectanglesOf([range])
    .some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
}

/** The text nodes between a range's ends. */
function* textNodesOf({ startContainer, endContainer }: StaticRange): Generator<Node> {
  if (startContainer === endContainer) {
    yield startContainer;
    return;
  }
  const document = startContainer.ownerDocument;
  if (!document) return;
  const walker = document.createTreeWalker(startContainer.getRootNode(), 4 /* text */);
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node !== null; node = walker.nextNode()) {
    yield node;
    if (node === endContainer) return;
  }
}
