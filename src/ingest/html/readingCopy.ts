import { endsLikeSentence } from "../../engine/body/blockMeasures.ts";
import { collectBlocks } from "../../page/blocks/collectBlocks.ts";

/**
 * Returns a copy of a document, to be read and discarded, with its text where readers see it: open
 * shadow roots are inside their hosts, templates are removed, parts that a script of the page would
 * have revealed are visible, and the tree has a head and a body whatever the parser made of the
 * source.
 */
export function readingCopy(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const body = completeTree(copy);
  placeShadowContent(document, copy);
  placeStreamedParts(copy);
  for (const template of [...copy.querySelectorAll("template")]) replaceTemplate(template);
  removeInlineHidden(body);
  return copy;
}

/** Completes the tree of parsers that do not add the elements that HTML implies. */
function completeTree(document: Document): Element {
  const found = document.getElementsByTagName("body")[0];
  if (found?.firstElementChild && found.parentNode === document.documentElement) return found;
  const html = document.createElement("html");
  const head = document.createElement("head");
  const body = document.createElement("body");
  html.append(head, body);
  const roots = [...document.childNodes].filter(({ nodeType }) => nodeType !== doctypeNode);
  for (const root of roots) {
    for (const node of partsOf(root)) (isHeadPart(node) ? head : body).append(node);
    if (root.parentNode === document) document.removeChild(root);
  }
  document.append(html);
  return body;
}

const doctypeNode = 10;

/** Returns the children of elements that replace the document's own; any other node as it is. */
function partsOf(node: Node, levels = 2): readonly Node[] {
  if (levels === 0 || !/^(?:html|head|body)$/i.test(node.nodeName)) return [node];
  return [...node.childNodes].flatMap((child) => partsOf(child, levels - 1));
}

function isHeadPart(node: Node): boolean {
  return /^(?:title|meta|link|base)$/i.test(node.nodeName);
}

/** Shadow roots in each other; pages have three or four levels. */
const deepestShadow = 20;

/** Gives a copied host copies of what its open shadow root shows. */
function placeShadowContent(document: Document, copy: Document): void {
  const hosts = document.getElementsByTagName("*");
  const copies = [...copy.getElementsByTagName("*")];
  for (let i = 0; i < hosts.length; i++) {
    const { shadowRoot } = hosts[i]!;
    if (shadowRoot) copies[i]?.replaceChildren(...shownIn(shadowRoot, deepestShadow));
  }
}

/** Copies of a shadow root's nodes, with the slots filled and the roots inside it placed. */
function shownIn(root: ShadowRoot, levels: number): readonly Node[] {
  return [...root.childNodes].map((node) => {
    const copy = node.cloneNode(true);
    if (levels > 0) fill(node, copy, levels - 1);
    return copy;
  });
}

function fill(node: Node, copy: Node, levels: number): void {
  if (node.nodeType !== 1) return;
  const originals = [node as Element, ...(node as Element).querySelectorAll("*")];
  const copies = [copy as Element, ...(copy as Element).querySelectorAll("*")];
  for (const [i, original] of originals.entries()) {
    if (original.shadowRoot) copies[i]!.replaceChildren(...shownIn(original.shadowRoot, levels));
    if (original.localName !== "slot") continue;
    const assigned = (original as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) {
      copies[i]!.replaceChildren(...assigned.map((one) => one.cloneNode(true)));
    }
  }
}

/** Each is looked for in the whole page; pages have some ten. */
const mostStreamedParts = 100;

/**
 * Moves the hidden parts at the end of a streamed page to the templates that mark their places, as
 * the page's script does: "S:0" goes to "B:0" in the most common framework.
 */
function placeStreamedParts(document: Document): void {
  const parts = [...document.querySelectorAll('[hidden][id^="S:"]')].slice(0, mostStreamedParts);
  for (const part of parts) {
    const place = document.getElementById(`B:${part.id.slice(2)}`);
    part.removeAttribute("hidden");
    if (place !== null && !part.contains(place)) place.replaceWith(part);
  }
}

/** The text of an open shadow root that was written as HTML is shown; other templates are not. */
function replaceTemplate(template: Element): void {
  const isShadow = template.getAttribute("shadowrootmode") === "open";
  const { content } = template as Partial<HTMLTemplateElement>;
  const host = template.parentElement;
  if (isShadow && host !== null) host.replaceChildren(...(content ?? template).childNodes);
  else template.remove();
}

/** Prose of this length is an article; less may be notes around a hidden one. */
const enoughProseChars = 600;
/** Hidden parts are revealed if they have this many times the visible prose. */
const hiddenTimes = 2;
const leastHiddenChars = 140;
/** The most hidden parts that are read, the outermost first: each costs a walk. */
const mostHiddenRead = 10;
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Removes what an element's own style hides. Pages that hide themselves until a script runs keep
 * it: nearly all their prose is hidden, with the headline.
 */
function removeInlineHidden(body: Element): void {
  const isHidden = (element: Element) =>
    element.hasAttribute("hidden") || hiddenStyle.test(element.getAttribute("style") ?? "");
  const hidden = [body, ...body.querySelectorAll("[hidden], [style]")].filter(isHidden);
  if (hidden.length === 0) return;
  for (const element of hidden) element.setAttribute("hidden", "");
  let shown = proseChars(body);
  for (const element of hidden.slice(0, mostHiddenRead)) {
    if (shown >= enoughProseChars) return;
    element.removeAttribute("hidden");
    const chars = holdsHeadline(element) ? proseChars(element) : 0;
    if (chars >= leastHiddenChars && chars > shown * hiddenTimes) shown = chars;
    else element.setAttribute("hidden", "");
  }
}

function holdsHeadline(element: Element): boolean {
  return element.querySelector("h1, article, main, [itemprop~='articleBody']") !== null;
}

function proseChars(root: Element): number {
  return collectBlocks(root)
    .filter(({ text, linkChars }) => endsLikeSentence(text) && linkChars * 2 < text.length)
    .reduce((sum, { text }) => sum + text.length, 0);
}
