/** What Tab stops at on our pages. */
const stops = "a[href], button:not(:disabled), input:not(:disabled), select, summary, [tabindex]";

/**
 * A button that takes itself away takes the keyboard's place with it: Tab would begin at the top
 * again. From now on the focus goes to what comes next where the button was, unless the view has
 * put it somewhere by then.
 */
export function keepFocus(document: Document): void {
  /** What had the focus, what it stood in from the inside out, and what came after it. */
  let last: { readonly around: readonly Element[]; readonly after: readonly Element[] } | null =
    null;
  document.addEventListener("focusin", ({ target }) => {
    const element = target as Element;
    const all = [...document.querySelectorAll(stops)];
    last = { around: ancestors(element), after: all.slice(all.indexOf(element) + 1) };
  });
  document.addEventListener("focusout", ({ target }) => {
    // Left by the reader, and not taken away: then it is still there afterwards.
    setTimeout(() => {
      if (last?.around[0] === target && (target as Element).isConnected && !hasFocus(target))
        last = null;
    });
  });
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
}

function ancestors(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
  return found;
}

/** In the innermost that is left and has a stop: the next one, or the first. */
function nextStop(around: readonly Element[], after: readonly Element[]): HTMLElement | null {
  const home = around.find((element) => element.isConnected && element.querySelector(stops));
  const next = after.find((element) => home?.contains(element));
  return (next ?? home?.querySelector(stops) ?? null) as HTMLElement | null;
}

/** When the view's own effects, which come after a frame, have run. */
function afterEffects(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
