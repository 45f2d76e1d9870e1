/** Selector of the elements that Tab stops at. */
const stops = "a[href], button:not(:disabled), input:not(:disabled), select, summary, [tabindex]";

/**
 * Keeps the keyboard's position when a focused button disappears, since Tab would otherwise start
 * at the top again. The focus moves to the next element after the button's position, unless the
 * view has set it by then. Ends when `ending` is aborted.
 */
export function keepFocus(document: Document, ending?: AbortSignal): void {
  /**
   * The element that had the focus: its ancestors from the inside out, and the elements after it.
   */
  let last: { readonly around: readonly Element[]; readonly after: readonly Element[] } | null =
    null;
  const until = ending && { signal: ending };
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const element = target as Element;
      const all = [...document.querySelectorAll(stops)];
      last = { around: ancestors(element), after: all.slice(all.indexOf(element) + 1) };
    },
    until,
  );
  document.addEventListener(
    "focusout",
    ({ target }) => {
      // If the reader moved away, the element is still there afterwards.
      setTimeout(() => {
        if (last?.around[0] === target && (target as Element).isConnected && !hasFocus(target))
          last = null;
      });
    },
    until,
  );
  const hasFocus = (element: EventTarget | null) => document.activeElement === element;
  const watcher = new MutationObserver(() => {
    if (last === null || last.around[0]?.isConnected) return;
    const { around, after } = last;
    last = null;
    afterEffects(() => {
      if (document.activeElement === document.body) nextStop(around, after)?.focus();
    });
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  ending?.addEventListener("abort", () => watcher.disconnect());
}

function ancestors(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
  return found;
}

/** Returns the next element in the innermost remaining ancestor that has one, else the first. */
function nextStop(around: readonly Element[], after: readonly Element[]): HTMLElement | null {
  const home = around.find((element) => element.isConnected && element.querySelector(stops));
  const next = after.find((element) => home?.contains(element));
  return (next ?? home?.querySelector(stops) ?? null) as HTMLElement | null;
}

/** Runs after the view's own effects, which come after a frame. */
function afterEffects(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
