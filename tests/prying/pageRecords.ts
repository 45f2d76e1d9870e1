/** Runs in the page's own world from its first moment on, and records what a script is told. */

let mutations = 0;
const entries = new Map<string, number>();
const registryStates: string[] = [];
let firstMarkAtMs: number | null = null;
let exchangesAfterwards = 0;
let deafMs = 0;
let lastHighlight: unknown = null;

new MutationObserver((records) => {
  if (document.readyState === "complete") mutations += records.length;
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

for (const type of [
  "longtask",
  "layout-shift",
  "event",
  "paint",
  "resource",
  "long-animation-frame",
]) {
  try {
    new PerformanceObserver((list) => {
      entries.set(type, (entries.get(type) ?? 0) + list.getEntries().length);
    }).observe({ type, buffered: true });
  } catch {
    entries.set(type, -1);
  }
}

/** Looks at the registry as often as it can, and notes for how long it could not. */
function watch(): void {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    if (firstMarkAtMs !== null) deafMs += Math.max(0, now - last - 0.5);
    last = now;
    const state = [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`).join();
    if (state !== registryStates.at(-1)) registryStates.push(state);
    const [highlight] = CSS.highlights.values();
    if (highlight !== undefined && highlight !== lastHighlight) {
      if (firstMarkAtMs === null) firstMarkAtMs = now;
      else exchangesAfterwards += 1;
      lastHighlight = highlight;
    }
    if (firstMarkAtMs === null || now < firstMarkAtMs + 600) port2.postMessage(0);
    else isOver = true;
  };
  port2.postMessage(0);
}
let isOver = false;
watch();

/** What was recorded. */
export const pageRecords = {
  mutations: () => mutations,
  /** What of a whole visit can be told; null until the page has been watched for long enough. */
  all() {
    if (!isOver) return null;
    return {
      "moment of the first mark": firstMarkAtMs ?? -1,
      "states of the registry": registryStates.join(" | "),
      "style of the marks": [...document.adoptedStyleSheets]
        .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
        .join(),
      "exchanges of highlights": `${exchangesAfterwards}`,
      "deafness after the first mark": deafMs,
      "entries of long tasks": entries.get("longtask") ?? 0,
      "entries of long frames": entries.get("long-animation-frame") ?? 0,
      "entries of layout shifts": entries.get("layout-shift") ?? 0,
      "entries of events": entries.get("event") ?? 0,
      "entries of paints": entries.get("paint") ?? 0,
      "entries of resources": entries.get("resource") ?? 0,
      "heap in use":
        (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
      "finding the outlet's name": String(
        (window as unknown as { find(words: string): boolean }).find("Northern Shore"),
      ),
    };
  },
};
