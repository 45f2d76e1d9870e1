import { collectBlocksInSteps, isBlockShown } from "../blocks/collectBlocks.ts";
import { kindOf } from "../blocks/elementKinds.ts";
import type { PageBlock } from "../blocks/pageBlock.ts";
import { parentInTree } from "../blocks/readingContext.ts";

/** What changed in a page since it was last read. */
export interface PageChanges {
  /** Elements that were added, or whose text or content changed. */
  readonly touched: ReadonlySet<Element>;
  /** True if classes or styles changed, so that blocks may have appeared or disappeared. */
  readonly isRestyled: boolean;
}

/**
 * The most elements that are read again separately; for more, one walk over everything is cheaper.
 */
const mostSeparateReads = 40;

/**
 * The blocks of a page that changes. After a change only the elements that it touched are read
 * again, and their blocks exchanged; all others keep their nodes.
 */
export class LiveBlocks {
  readonly #document: Document;
  #blocks: readonly PageBlock[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  /** Looked up each time, because a page may rewrite itself. */
  get #root(): Element {
    return this.#document.documentElement;
  }

  /**
   * The open shadow roots with some of the blocks: changes inside them must be watched for
   * separately.
   */
  get shadowRoots(): ReadonlySet<ShadowRoot> {
    const roots = new Set<ShadowRoot>();
    for (const { container } of this.#blocks) {
      const root = container.getRootNode();
      if ("host" in root) roots.add(root as ShadowRoot);
    }
    return roots;
  }

  /** All blocks in reading order, the hidden ones included. */
  get blocks(): readonly PageBlock[] {
    return this.#blocks;
  }

  /** Reads the whole page, in steps. */
  *readAll(): Generator<void, void> {
    this.#blocks = yield* collectBlocksInSteps(this.#root);
  }

  /** Reads again what changed, in steps. True if any block is another than before. */
  *readAgain(changes: PageChanges): Generator<void, boolean> {
    const before = this.#blocks;
    const standing = before.filter(({ container }) => container.isConnected);
    const places = this.#elementsToRead(changes.touched, standing);
    if (places.length > mostSeparateReads) {
      yield* this.readAll();
      return !areSame(before, this.#blocks);
    }
    let blocks: readonly PageBlock[] = standing;
    for (const place of places) {
      const fresh = yield* collectBlocksInSteps(place);
      const next = exchange(blocks, place, fresh);
      if (next === null) {
        yield* this.readAll();
        return !areSame(before, this.#blocks);
      }
      blocks = next;
    }
    if (changes.isRestyled) blocks = blocks.map(lookedAtAgain);
    this.#blocks = areSame(before, blocks) ? before : blocks;
    return this.#blocks !== before;
  }

  /**
   * Returns the smallest set of elements that can be read separately and contain everything
   * touched.
   */
  #elementsToRead(touched: ReadonlySet<Element>, blocks: readonly PageBlock[]): readonly Element[] {
    const withText = new Set(blocks.map(({ container }) => container));
    const places = new Set<Element>();
    for (const element of touched) {
      if (element.isConnected) places.add(this.#elementToRead(element, withText));
    }
    return [...places].filter((place) => !hasAncestorIn(place, places));
  }

  /** Climbs to an element whose blocks do not mix with text around it. */
  #elementToRead(element: Element, withText: ReadonlySet<Element>): Element {
    let place = element;
    for (let at: Element | null = element; at !== null && at !== this.#root; ) {
      const parent = parentInTree(at);
      if (kindOf(at) !== "block" || (parent !== null && withText.has(parent))) {
        place = parent ?? this.#root;
      }
      at = parent;
    }
    return place;
  }
}

/**
 * Returns the blocks with those inside `place` replaced by new ones; null if their position in the
 * order is not known.
 */
function exchange(
  blocks: readonly PageBlock[],
  place: Element,
  fresh: readonly PageBlock[],
): readonly PageBlock[] | null {
  const kept = blocks.filter(({ container }) => !isWithin(container, place));
  if (fresh.length === 0) return kept;
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = place.compareDocumentPosition(kept[middle]!.runs[0]!.node);
    if (position & 1 /* in another tree */) return null;
    if (position & 4 /* after */) high = middle;
    else low = middle + 1;
  }
  return [...kept.slice(0, low), ...fresh, ...kept.slice(low)];
}

function lookedAtAgain(block: PageBlock): PageBlock {
  const isShown = isBlockShown(block.container, block.context);
  return isShown === block.isShown ? block : { ...block, isShown };
}

/** True if the element is inside the place, across the boundaries of shadow roots as well. */
function isWithin(element: Element, place: Element): boolean {
  let at: Element = element;
  for (;;) {
    if (place.contains(at)) return true;
    const root = at.getRootNode();
    if (!("host" in root)) return false;
    at = (root as ShadowRoot).host;
  }
}

function hasAncestorIn(element: Element, places: ReadonlySet<Element>): boolean {
  for (let at = parentInTree(element); at !== null; at = parentInTree(at)) {
    if (places.has(at)) return true;
  }
  return false;
}

/** True if both have the same texts, in the same nodes, equally visible. */
function areSame(a: readonly PageBlock[], b: readonly PageBlock[]): boolean {
  return a.length === b.length && a.every((block, i) => isSame(block, b[i]!));
}

function isSame(a: PageBlock, b: PageBlock): boolean {
  if (a === b) return true;
  if (a.text !== b.text || a.isShown !== b.isShown || a.runs.length !== b.runs.length) return false;
  return a.runs.every(({ node }, i) => node === b.runs[i]!.node);
}
