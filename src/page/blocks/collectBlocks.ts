import { isHiddenByMarkup } from "../../engine/body/hiddenMarkup.ts";
import { regionOpenedBy, tagOf } from "../../engine/body/regions.ts";
import { BlockTextBuilder } from "./blockText.ts";
import { type ElementKind, holdsOneText, kindOf } from "./elementKinds.ts";
import type { PageBlock } from "./pageBlock.ts";
import { contextAround, enterContext, type ReadingContext } from "./readingContext.ts";
import { breaksLine, isEditable, isShown } from "./visibility.ts";

/**
 * One walk over the tree as it is displayed (open shadow roots and slots included), in reading
 * order. Text goes to the block that is open. A block-level element opens one of its own; what
 * happens to the text around it depends on what it interrupts:
 *
 *   <p>He said <div>ad</div> no.</p>      one paragraph: "He said no."
 *   <div>Text <p>more</p> text</div>      three blocks
 *   <div>He said <figure>…</figure> no.</div>   one block, because the sentence had not ended
 *
 * Linear in the nodes; it can pause after any node.
 */

/** Nodes between two chances to pause: a fraction of a millisecond. */
const nodesPerStep = 150;

/**
 * Returns all blocks under a root in reading order, including those that are not displayed, which
 * are flagged.
 */
export function collectBlocks(root: Element): readonly PageBlock[] {
  const steps = collectBlocksInSteps(root);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of well under a millisecond, so that the page can work in between. */
export function* collectBlocksInSteps(root: Element): Generator<void, readonly PageBlock[]> {
  const walker = new BlockWalker(root);
  for (let seen = 1; walker.next(); seen++) if (seen % nodesPerStep === 0) yield;
  return walker.finish();
}

/** A block whose text is still being collected. */
interface OpenBlock {
  readonly container: Element;
  readonly context: ReadingContext;
  readonly builder: BlockTextBuilder;
}

/** An element that the walk is inside of. */
interface Frame {
  readonly element: Element;
  readonly context: ReadingContext;
  readonly isBlock: boolean;
  /** For a `<q>`: whether its opening mark waits for text, was written, or is printed by the page. */
  quote: "waiting" | "written" | "printed" | null;
  /** The block that text directly inside goes to; null until there is some. */
  open: OpenBlock | null;
  /** The number of blocks that had begun when the walk entered. */
  readonly begunBefore: number;
  /** Children that are not simply the element's own: a slot's, a shadow root's. */
  readonly children: readonly Node[] | null;
  childIndex: number;
  nextChild: Node | null;
}

class BlockWalker {
  readonly #frames: Frame[] = [];
  /** The frames that are blocks: text goes to the last of them. */
  readonly #blockFrames: Frame[] = [];
  /** In reading order, which is the order of their first words. */
  readonly #begun: OpenBlock[] = [];
  /** The last inline element entered or left since the last text, if it has attributes. */
  #boundary: Element | null = null;
  #lineBreaks = 0;
  /** The quotations that have begun since the last text. */
  #waitingQuotes: Frame[] = [];
  /** How many marks have been opened and not closed: every second pair is single. */
  #quoteDepth = 0;

  constructor(root: Element) {
    const context = enterContext(contextAround(root), root);
    if (this.#isToRead(root, "block")) this.#push(root, context, true);
  }

  /** Reads one node; false when there is none left. */
  next(): boolean {
    const frame = this.#frames.at(-1);
    if (!frame) return false;
    const child = takeChild(frame);
    if (child === null) this.#leave();
    else if (child.nodeType === 3) this.#readText(child as Text);
    else if (child.nodeType === 1) this.#readElement(child as Element, frame);
    return true;
  }

  finish(): readonly PageBlock[] {
    const withText = this.#begun.filter(({ builder }) => !builder.isEmpty);
    return withText.map(({ container, context, builder }) => ({
      container,
      context,
      isShown: isBlockShown(container, context),
      ...builder.finish(),
    }));
  }

  #readElement(element: Element, frame: Frame): void {
    const kind = kindOf(element);
    if (kind === "lineBreak") this.#readLineBreak();
    else if (kind === "rule") this.#endBlock();
    if ((kind !== "block" && kind !== "inline") || !this.#isToRead(element, kind)) {
      if (element.firstChild !== null) this.#blockFrames.at(-1)?.open?.builder.interrupt();
      return;
    }
    const context = enterContext(frame.context, element);
    const isBlock = kind === "block" || (context !== frame.context && isForeign(element, null));
    this.#push(element, context, isBlock);
    if (!isBlock && element.hasAttributes()) this.#boundary = element;
  }

  /**
   * True if an element is to be read. Whether a block is displayed is checked once, when it is
   * finished; an inline element's box, here.
   */
  #isToRead(element: Element, kind: ElementKind): boolean {
    if (!element.hasAttributes()) return true;
    if (isHiddenByMarkup(element) || isEditable(element)) return false;
    return kind === "block" || this.#frames.at(-1)?.context.isFolded || isShown(element);
  }

  #push(element: Element, context: ReadingContext, isBlock: boolean): void {
    const children = displayedChildren(element);
    const frame: Frame = {
      element,
      context,
      isBlock,
      quote: tagOf(element) === "Q" ? "waiting" : null,
      open: null,
      begunBefore: this.#begun.length,
      children,
      childIndex: 0,
      nextChild: children === null ? element.firstChild : null,
    };
    this.#frames.push(frame);
    if (frame.quote !== null) this.#waitingQuotes.push(frame);
    if (isBlock) this.#blockFrames.push(frame);
  }

  #leave(): void {
    const left = this.#frames.pop();
    if (!left) return;
    if (left.quote !== null) this.#endQuote(left);
    if (!left.isBlock) {
      if (left.element.hasAttributes()) this.#boundary = left.element;
      return;
    }
    this.#blockFrames.pop();
    this.#lineBreaks = 0;
    const holder = this.#blockFrames.at(-1);
    if (!holder?.open) return;
    const hadText = this.#begun.length > left.begunBefore;
    if (!goesOnAfter(holder.open, left, hadText)) {
      holder.open = null;
      return;
    }
    holder.open.builder.addGap();
    if (hadText) holder.open.builder.interrupt();
  }

  #readText(node: Text): void {
    const data = node.data;
    const holder = this.#blockFrames.at(-1);
    if (!holder || data.length === 0) return;
    const inner = this.#frames.at(-1)!;
    if (holder.open === null) {
      if (!hasVisible(data)) return;
      holder.open = {
        container: holder.element,
        context: holder.context,
        builder: new BlockTextBuilder(),
      };
      this.#begun.push(holder.open);
    }
    const { builder } = holder.open;
    if (this.#waitingQuotes.length > 0) this.#openQuotes(builder, data);
    if (builder.isOpenEnded && this.#boundary !== null && isWordUnit(data.charCodeAt(0))) {
      if (isWordUnit(builder.lastUnit) && breaksLine(this.#boundary)) builder.addGap();
    }
    builder.addNode(node, inner.context.isLink);
    if (builder.isOpenEnded) {
      this.#boundary = null;
      this.#lineBreaks = 0;
    }
  }

  /** Writes the marks of the quotations that this text begins, unless it has its own. */
  #openQuotes(builder: BlockTextBuilder, data: string): void {
    if (!hasVisible(data)) return;
    const isPrinted = /^\s*["'“‘„«‹「]/.test(data);
    for (const frame of this.#waitingQuotes) {
      frame.quote = isPrinted ? "printed" : "written";
      if (!isPrinted) builder.addOpeningMark(this.#quoteDepth++ % 2 === 0 ? "“" : "‘");
    }
    this.#waitingQuotes = [];
  }

  #endQuote(frame: Frame): void {
    if (frame.quote === "waiting") this.#waitingQuotes.pop();
    if (frame.quote !== "written") return;
    const mark = --this.#quoteDepth % 2 === 0 ? "”" : "’";
    this.#blockFrames.at(-1)?.open?.builder.addClosingMark(mark);
  }

  /** Reads a line break: one separates lines, two separate paragraphs. */
  #readLineBreak(): void {
    const open = this.#blockFrames.at(-1)?.open;
    if (!open) return;
    open.builder.addGap();
    if (++this.#lineBreaks > 1) this.#endBlock();
  }

  #endBlock(): void {
    const holder = this.#blockFrames.at(-1);
    if (holder) holder.open = null;
    this.#lineBreaks = 0;
  }
}

/** True if a block is displayed, or folded away where the reader can open it. */
export function isBlockShown(container: Element, context: ReadingContext): boolean {
  return context.isFolded || isShown(container);
}

/** True if the text around a block-level element is one text, in spite of it. */
function goesOnAfter(around: OpenBlock, left: Frame, hadText: boolean): boolean {
  if (holdsOneText(around.container)) return true;
  if (around.builder.endsSentence) return false;
  return !hadText || isForeign(left.element, around.container);
}

/**
 * True for figures, advertisements and boxes in the text of an article that do not belong to it.
 */
function isForeign(element: Element, around: Element | null): boolean {
  const region = regionOpenedBy(element);
  if (region === null || region === "article") return false;
  return around === null || region !== regionOpenedBy(around);
}

function takeChild(frame: Frame): Node | null {
  if (frame.children !== null) return frame.children[frame.childIndex++] ?? null;
  const child = frame.nextChild;
  frame.nextChild = child?.nextSibling ?? null;
  return child;
}

/** Returns what is displayed instead of an element's own children, or null if they are. */
function displayedChildren(element: Element): readonly Node[] | null {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  if (element.nodeName !== "SLOT") return null;
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : null;
}

function hasVisible(data: string): boolean {
  return /[^\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(data);
}

function isWordUnit(code: number): boolean {
  return (
    code > 0xbf ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122)
  );
}
