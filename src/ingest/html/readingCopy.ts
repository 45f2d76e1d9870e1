import { endsLikeSentence } from "../../engine/body/blockMeasures.ts";
import { collectBlocks } from "../../page/blocks/collectBlocks.ts";

/**
 * A copy of a document with its text where a reader sees it, to be read and then thrown away: open
 * shadow roots stand in their hosts, templates are gone, what a page's own script would have shown is
 * shown, and the tree has a head and a body whatever the parser made of the source.
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

/** Some parsers make a tree of what stands there, without the elements that HTML implies. */
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

/** The children of the elements that stand for the document's own; any other node as it is. */
function partsOf(node: Node): readonly Node[] {
  if (!/^(?:html|head|body)$/i.test(node.nodeName)) return [node];
  return [...node.childNodes].flatMap(partsOf);
}

function isHeadPart(node: Node): boolean {
  return /^(?:title|meta|link|base)$/i.test(node.nodeName);
}

/** Shadow roots in each other; pages have three or four levels. */
const deepestShadow = 20;

/** A copied host gets copies of what its open shadow root shows. */
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

/**
 * Parts of a page that is streamed stand hidden at its end, and a script moves each to the template
 * that keeps its place: "S:0" to "B:0" is what the most used framework writes.
 */
function placeStreamedParts(document: Document): void {
  for (const part of [...document.querySelectorAll('[hidden][id^="S:"]')]) {
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

/** So much prose is an article; less may be a page's notes around one that is hidden. */
const enoughProseChars = 600;
/** What is hidden is shown if it has so many times the prose that is shown. */
const hiddenTimes = 2;
const leastHiddenChars = 140;
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Takes out what an element's own style hides. Pages that hide themselves until a script runs keep
 * theirs: of those, nearly all prose is hidden, with the headline.
 */
function removeInlineHidden(body: Element): void {
  const isHidden = (element: Element) =>
    element.hasAttribute("hidden") || hiddenStyle.test(element.getAttribute("style") ?? "");
  const hidden = [body, ...body.querySelectorAll("[hidden], [style]")].filter(isHidden);
  if (hidden.length === 0) return;
  for (const element of hidden) element.setAttribute("hidden", "");
  let shown = proseChars(body);
  for (const element of hidden) {
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
