import { type ElementKind, kindOf } from "../blocks/elementKinds.ts";
import { parentInTree } from "../blocks/readingContext.ts";
import { isHost } from "../closedHost.ts";
import type { PageChanges } from "./liveBlocks.ts";
import type { Scheduler } from "./scheduler.ts";

/** The least time between two looks at what changed. */
const leastPauseMs = 300;
/** Each look is followed by a pause of this many times its own cost: 4 % of one core at most. */
const pausePerWork = 25;
const longestPauseMs = 2_500;

type WindowWithObserver = Window & typeof globalThis;

/** Mutations that may change the text, its place, or what is displayed. */
const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "style", "hidden", "open", "contenteditable"],
};

/** A watch that is kept. */
export interface ChangeWatch {
  /** Watches inside a shadow root too: changes there do not show outside. Twice is harmless. */
  readonly include: (root: ShadowRoot) => void;
  /** Delivers the next batch even if nothing changed: the page may have navigated. */
  readonly look: () => void;
}

/**
 * Calls back with what changed under a root, in batches, when the page is idle. The next batch
 * waits for the callback, and then for a pause in proportion to the cost of the last one, so that a
 * page that never stops changing cannot make us expensive. Stops when the signal aborts.
 */
export function watchForChange(
  root: Node,
  onChange: (changes: PageChanges) => Promise<void>,
  scheduler: Scheduler,
  signal: AbortSignal,
): ChangeWatch {
  let pending = new Pending();
  let isAwaited = false;
  let pauseMs = leastPauseMs;
  const view = (root.ownerDocument ?? (root as Document)).defaultView as WindowWithObserver | null;
  const observer = new (view ?? globalThis).MutationObserver((records) => {
    for (const record of records) pending.add(record);
    if (!isAwaited && !pending.isEmpty) void deliverAll();
  });
  function look(): void {
    pending.isAskedFor = true;
    if (!isAwaited) void deliverAll();
  }
  async function deliverAll(): Promise<void> {
    isAwaited = true;
    try {
      while (!signal.aborted && !pending.isEmpty) await deliver();
    } finally {
      isAwaited = false;
    }
  }
  async function deliver(): Promise<void> {
    await scheduler.whenIdle(pauseMs);
    if (signal.aborted) return;
    const changes = pending;
    pending = new Pending();
    const startedAt = scheduler.now();
    await onChange(changes);
    const workMs = scheduler.now() - startedAt;
    pauseMs = Math.min(longestPauseMs, Math.max(leastPauseMs, workMs * pausePerWork));
  }
  observer.observe(root, observed);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  return {
    include(shadowRoot) {
      if (!signal.aborted) observer.observe(shadowRoot, observed);
    },
    look,
  };
}

class Pending implements PageChanges {
  readonly touched = new Set<Element>();
  isRestyled = false;
  isAskedFor = false;
  #isThinned = false;

  get isEmpty(): boolean {
    return this.touched.size === 0 && !this.isRestyled && !this.#isThinned && !this.isAskedFor;
  }

  add(record: MutationRecord): void {
    if (record.type === "childList") this.#addChildren(record);
    else if (record.type === "characterData") this.#touch(record.target);
    else this.#addAttribute(record.target as Element, record.attributeName);
  }

  /** A new block is read on its own; text and inline elements belong to what surrounds them. */
  #addChildren({ target, addedNodes, removedNodes }: MutationRecord): void {
    for (const node of addedNodes) {
      const kind = kindOfNode(node);
      if (kind === "block") this.touched.add(node as Element);
      else if (kind !== "skip") this.#touch(target);
      else if (isStyling(node)) this.isRestyled = true;
    }
    for (const node of removedNodes) {
      const kind = kindOfNode(node);
      if (kind === "block" || isOurs(node)) this.#isThinned = true;
      else if (kind !== "skip") this.#touch(target);
      else if (isStyling(node)) this.isRestyled = true;
    }
  }

  #addAttribute(element: Element, name: string | null): void {
    const kind = kindOf(element);
    if (kind === "skip") return;
    if (kind === "block" && (name === "class" || name === "style")) this.isRestyled = true;
    else this.touched.add(element);
  }

  #touch(node: Node): void {
    const element = node.nodeType === 1 ? (node as Element) : hostOrParent(node);
    if (element) this.touched.add(element);
  }
}

function hostOrParent(node: Node): Element | null {
  return "host" in node ? (node as ShadowRoot).host : parentInTree(node);
}

/** Some pages hide their body by a style element, which they remove when they are ready. */
function isStyling({ nodeName }: Node): boolean {
  return nodeName === "STYLE" || nodeName === "LINK";
}

/** Nothing else that is skipped is missed when it is gone. */
function isOurs(node: Node): boolean {
  return node.nodeType === 1 && isHost(node as Element);
}

function kindOfNode(node: Node): ElementKind {
  if (node.nodeType === 1) return kindOf(node as Element);
  return node.nodeType === 3 ? "inline" : "skip";
}
