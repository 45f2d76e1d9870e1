import { regionOpenedBy } from "../../engine/body/regions.ts";
import type { BlockElement, BlockRegion } from "../../engine/model/index.ts";
import { blockElementOf, headingLevelOf } from "./elementKinds.ts";
import { isClosedDetails } from "./visibility.ts";

/** What the elements around a text say about it: a chain from the innermost outwards. */
export interface ReadingContext {
  readonly parent: ReadingContext | null;
  readonly depth: number;
  /** The element that opened the region below, if this link of the chain opens one. */
  readonly opener: Element | null;
  readonly region: BlockRegion | null;
  readonly element: BlockElement;
  readonly headingLevel: number;
  readonly isLink: boolean;
  /** Inside a closed `<details>`: not displayed, but the reader can open it. */
  readonly isFolded: boolean;
}

/** The context of a document's root. */
export const outermost: ReadingContext = {
  parent: null,
  depth: 0,
  opener: null,
  region: null,
  element: "paragraph",
  headingLevel: 0,
  isLink: false,
  isFolded: false,
};

/** The greatest depth that is followed; no page needs more, and one may nest without end. */
const greatestDepth = 200;

/** Returns the context inside an element; the same object where the element adds nothing. */
export function enterContext(context: ReadingContext, element: Element): ReadingContext {
  if (context.depth >= greatestDepth) return context;
  const region = isSignature(context, element) ? null : regionOpenedBy(element);
  const blockElement = blockElementOf(element);
  const isLink = context.isLink || element.nodeName === "A" || element.nodeName === "a";
  const isFolded = context.isFolded || isClosedDetails(element);
  const addsNothing = region === null && blockElement === null;
  if (addsNothing && isLink === context.isLink && isFolded === context.isFolded) return context;
  return {
    parent: context,
    depth: context.depth + 1,
    opener: region === null ? null : element,
    region,
    element: blockElement ?? context.element,
    headingLevel: blockElement === "heading" ? headingLevelOf(element) : context.headingLevel,
    isLink,
    isFolded,
  };
}

/** True for the footer of a quotation, which names its source. */
function isSignature({ element }: ReadingContext, { nodeName }: Element): boolean {
  return element === "blockquote" && /^footer$/i.test(nodeName);
}

/**
 * Returns the context around an element, read from its ancestors: what a walk from the top would
 * have had.
 */
export function contextAround(element: Element): ReadingContext {
  const ancestors: Element[] = [];
  for (let at = parentInTree(element); at !== null; at = parentInTree(at)) ancestors.push(at);
  return ancestors.reduceRight(enterContext, outermost);
}

/** Returns the parent element, over the edge of an open shadow root; null at the top. */
export function parentInTree(node: Node): Element | null {
  if (node.parentElement !== null) return node.parentElement;
  const parent = node.parentNode;
  return parent !== null && "host" in parent ? (parent as ShadowRoot).host : null;
}
