import { kindOf } from "../blocks/elementKinds.ts";
import type { PageChanges } from "./liveBlocks.ts";
import type { Pace } from "./pace.ts";

/** The least time between two looks at what changed. */
const leastPauseMs = 300;
/** Each look is followed by a pause of this many times its own cost: 4 % of one core at most. */
const pausePerWork = 25;
const longestPauseMs = 2_500;

type WindowWithObserver = Window & typeof globalThis;

/** What tells of a change in text, in place, or in what is displayed. */
const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "style", "hidden", "open", "contenteditable"],
};

/**
 * Calls back with what changed under a root, in batches, when the page is idle; the next batch
 * waits for the callback and for a pause in proportion to what the last one cost, so that a page
 * which never stops changing cannot make us costly. Stops when the signal aborts.
 */
export function watchForChange(
  root: Node,
  onChange: (changes: PageChanges) => Promise<void>,
  pace: Pace,
  signal: AbortSignal,
): void {
  let pending = new Pending();
  let isAwaited = false;
  let pauseMs = leastPauseMs;
  const view = (root.ownerDocument ?? (root as Document)).defaultView as WindowWithObserver | null;
  const observer = new (view ?? globalThis).MutationObserver((records) => {
    for (const record of records) pending.add(record);
    if (!isAwaited && !pending.isEmpty) void deliverAll();
  });
  async function deliverAll(): Promise<void> {
    isAwaited = true;
    while (!signal.aborted && !pending.isEmpty) await deliver();
    isAwaited = false;
  }
  async function deliver(): Promise<void> {
    await pace.rest(pauseMs);
    if (signal.aborted) return;
    const changes = pending;
    pending = new Pending();
    const startedAt = pace.now();
    await onChange(changes);
    const workMs = pace.now() - startedAt;
    pauseMs = Math.min(longestPauseMs, Math.max(leastPauseMs, workMs * pausePerWork));
  }
  observer.observe(root, observed);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

class Pending implements PageChanges {
  readonly touched = new Set<Element>();
  isRestyled = false;

  get isEmpty(): boolean {
    return this.touched.size === 0 && !this.isRestyled;
  }

  add({ type, target, attributeName }: MutationRecord): void {
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    if (type !== "attributes") {
      if (element) this.touched.add(element);
      else if ("host" in target) this.touched.add((target as ShadowRoot).host);
      return;
    }
    if (!element) return;
    const isStyle = attributeName === "class" || attributeName === "style";
    if (isStyle && kindOf(element) === "block") this.isRestyled = true;
    else if (kindOf(element) !== "skip") this.touched.add(element);
  }
}
