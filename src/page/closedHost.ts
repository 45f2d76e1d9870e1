/** The one element that Second Source adds to a page. */
export const hostName = "second-source-host";

/** Our place in a page: nothing inside its root can be reached by the page's scripts. */
export interface ClosedHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Adds our host to a document. Those that an earlier script of ours left behind are taken away first. */
export function createClosedHost(document: Document): ClosedHost {
  removeHosts(document);
  const element = document.createElementNS("http://www.w3.org/1999/xhtml", hostName) as HTMLElement;
  const root = element.attachShadow({ mode: "closed" });
  document.documentElement.append(element);
  return { element, root };
}

/** Takes away every host of ours, whoever put it there. */
export function removeHosts(document: Document): void {
  for (const host of [...document.getElementsByTagName(hostName)]) host.remove();
}
