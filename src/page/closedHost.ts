/** Marks the one element that Second Source adds to a page. */
const hostAttribute = "data-second-source";

/** Our place in a page: nothing inside its root can be reached by the page's scripts. */
export interface ClosedHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * The host is only a hook: no size, no inherited style, above everything, and not on paper. Its
 * content cannot be selected, because pages can read the selection, and find words with
 * `window.find`, even in closed roots.
 */
const hostCss = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483647 !important;
  user-select: none !important; }
@media print { :host { display: none !important; } }`;

/**
 * Adds our host to a document, after removing hosts that an earlier script of ours left behind.
 *
 * The host is a plain `div`, never an element with a name of its own: a page may define a custom
 * element of any name, and the browser hands the closed root of such an element to its
 * `ElementInternals`. No page can define a `div`.
 */
export function createClosedHost(document: Document): ClosedHost {
  removeHosts(document);
  const view = document.defaultView as (Window & typeof globalThis) | null;
  const sheet = new (view ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(hostCss);
  const element = document.createElementNS("http://www.w3.org/1999/xhtml", "div") as HTMLElement;
  element.setAttribute(hostAttribute, "");
  const root = element.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(element);
  return { element, root };
}

/** True for a host of ours, and for an element that the page has marked as one. */
export function isHost(element: Element): boolean {
  return element.hasAttribute(hostAttribute);
}

/** Removes every host of the extension, whichever script made it. */
export function removeHosts(document: Document): void {
  for (const host of [...document.querySelectorAll(`div[${hostAttribute}]`)]) host.remove();
}
