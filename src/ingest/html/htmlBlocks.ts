/**
 * A parsed document's text as blocks, in one walk without recursion (pages nest as deep as they
 * like): block-level elements and doubled line breaks part blocks, links are counted, and the
 * part of the page is taken from elements, roles and the usual class names.
 */
import type { BlockElement, BlockFeatures, BlockRegion } from "../../engine/model/index.ts";
import { regionOf } from "./regions.ts";

const skipped = new Set(
  "script style noscript template svg math iframe object embed canvas select option textarea button input head audio video map datalist dialog".split(
    " ",
  ),
);
const blockLevel = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const kinds: Readonly<Record<string, BlockElement>> = {
  li: "listItem",
  dt: "listItem",
  dd: "listItem",
  td: "cell",
  th: "cell",
  blockquote: "blockquote",
  figcaption: "caption",
  pre: "preformatted",
};
const textNode = 3;
const elementNode = 1;

interface Frame {
  readonly element: BlockElement;
  readonly headingLevel: number;
  readonly region: BlockRegion;
  readonly inLink: boolean;
}

/** The blocks under `root`, in the order of the text. The document is left as it is. */
export function htmlBlocks(root: Element): readonly BlockFeatures[] {
  const blocks: BlockFeatures[] = [];
  const pending = new PendingBlock();
  let frame: Frame = { element: "paragraph", headingLevel: 0, region: "unknown", inLink: false };
  const frames: Frame[] = [];
  let node: Node = root;
  for (;;) {
    if (node.nodeType === textNode) {
      pending.add(node.nodeValue ?? "", frame.inLink);
    } else if (node.nodeType === elementNode) {
      const element = node as Element;
      const name = element.localName;
      if (name === "br") pending.addBreak(blocks, frame);
      else if (!skipped.has(name) && !isHidden(element)) {
        if (blockLevel.has(name)) pending.flush(blocks, frame);
        frames.push(frame);
        frame = frameOf(element, frame);
        if (node.firstChild !== null) {
          node = node.firstChild;
          continue;
        }
        if (blockLevel.has(name)) pending.flush(blocks, frame);
        frame = frames.pop()!;
      }
    }
    while (node !== root && node.nextSibling === null) {
      node = node.parentNode!;
      if (blockLevel.has((node as Element).localName)) pending.flush(blocks, frame);
      frame = frames.pop()!;
    }
    if (node === root) break;
    node = node.nextSibling!;
  }
  pending.flush(blocks, frame);
  return blocks;
}

function frameOf(element: Element, outer: Frame): Frame {
  const name = element.localName;
  const headingLevel = /^h[1-6]$/.test(name) ? Number(name[1]) : outer.headingLevel;
  const ownKind = headingLevel > 0 ? "heading" : kinds[name];
  return {
    element: ownKind ?? outer.element,
    headingLevel,
    region: regionOf(element, outer.region),
    inLink: outer.inLink || name === "a",
  };
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** The text of a block that is being read. */
class PendingBlock {
  #parts: string[] = [];
  #linkChars = 0;
  #breaks = 0;

  add(text: string, inLink: boolean): void {
    this.#parts.push(text);
    if (inLink) this.#linkChars += text.replace(/\s+/g, " ").trim().length;
    if (/\S/.test(text)) this.#breaks = 0;
  }

  /** One line break is white space, two part paragraphs. */
  addBreak(blocks: BlockFeatures[], frame: Frame): void {
    this.#parts.push(" ");
    if (++this.#breaks >= 2) this.flush(blocks, frame);
  }

  flush(blocks: BlockFeatures[], frame: Frame): void {
    const text = this.#parts.join("").replace(/\s+/g, " ").trim();
    if (text !== "") {
      const { element, headingLevel, region } = frame;
      const linkChars = Math.min(this.#linkChars, text.length);
      blocks.push({ text, element, headingLevel, linkChars, region });
    }
    this.#parts = [];
    this.#linkChars = 0;
    this.#breaks = 0;
  }
}
