/** The parts of WebDriver BiDi that puppeteer's own interface for Firefox lacks. */
import type { Browser, Page } from "puppeteer-core";
import type { DomTree } from "./session.ts";

/** A node as WebDriver BiDi serializes it. */
export interface BidiNode {
  readonly value?: {
    readonly localName?: string;
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

const textNodeType = 3;

/** Converts a serialized node with its children and shadow roots. */
export function fromBidi({ value }: BidiNode): DomTree {
  return {
    nodeName: value?.nodeType === textNodeType ? "#text" : (value?.localName ?? ""),
    nodeValue: value?.nodeValue ?? "",
    children: (value?.children ?? []).map(fromBidi),
    shadowRoots: value?.shadowRoot ? [fromBidi(value.shadowRoot)] : [],
  };
}

/** Puppeteer's BiDi connection, as far as it is used here. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
}

/** Returns the BiDi connection of a browser that puppeteer started. */
export function connectionOf(browser: Browser): BidiConnection {
  return (browser as unknown as { connection: BidiConnection }).connection;
}

/** Returns the id of the browsing context that shows the page. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
