import { looksLikeArticle } from "./looksLikeArticle.ts";

/**
 * A page that is built by scripts is checked again after each of these times: most are written within
 * two seconds, and over a slow connection within half a minute.
 */
const laterLooksMs = [2_000, 4_000, 8_000, 16_000];

/** Nobody reads an article in a narrower frame; frames that count visitors have no size at all. */
const leastWidthPx = 200;
const leastHeightPx = 100;

function isTooSmall({ innerWidth, innerHeight, parent, self }: Window): boolean {
  return parent !== self && (innerWidth < leastWidthPx || innerHeight < leastHeightPx);
}

/**
 * Calls back once, when the page turns out to be an article: now, after its scripts had time to
 * write it, or after it navigated within its document. A page that the browser loads in advance is
 * looked at when the reader goes there: until then its tab shows another. Stops when the signal aborts.
 */
export function watchForArticle(
  document: Document,
  onArticle: () => void,
  signal: AbortSignal,
): void {
  const look = () => lookForArticle(document, onArticle, signal);
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) document.addEventListener("prerenderingchange", look, { once: true, signal });
  else look();
}

function lookForArticle(document: Document, onArticle: () => void, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const watching = new AbortController();
  signal.addEventListener("abort", () => watching.abort(), { once: true });
  let timer: number | undefined;
  const look = () => {
    if (watching.signal.aborted || isTooSmall(view) || !looksLikeArticle(document)) return;
    watching.abort();
    onArticle();
  };
  const lookLater = (at: number) => {
    view.clearTimeout(timer);
    timer = view.setTimeout(() => {
      look();
      if (!watching.signal.aborted && at + 1 < laterLooksMs.length) lookLater(at + 1);
    }, laterLooksMs[at]);
  };
  const onNavigate = () => lookLater(0);
  watching.signal.addEventListener("abort", () => view.clearTimeout(timer), { once: true });
  look();
  if (watching.signal.aborted) return;
  lookLater(0);
  const { navigation } = view as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", onNavigate, { signal: watching.signal });
  view.addEventListener("popstate", onNavigate, { signal: watching.signal });
}
