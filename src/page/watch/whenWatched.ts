/** Enough for an article that was opened in the background, or left for a moment. */
const mostHiddenMs = 10_000;

/**
 * Returns a function that resolves when work for the reader is worth doing: at once, unless the
 * page has been hidden for long; then when it is shown again, or the signal aborts.
 */
export function createWhenWatched(
  document: Document,
  now: () => number,
  signal: AbortSignal,
): () => Promise<void> {
  let hiddenSince = document.hidden ? now() : null;
  let waiting: readonly (() => void)[] = [];

  function goOn(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  document.addEventListener(
    "visibilitychange",
    () => {
      hiddenSince = document.hidden ? (hiddenSince ?? now()) : null;
      if (hiddenSince === null) goOn();
    },
    { signal },
  );
  signal.addEventListener("abort", goOn);
  return () => {
    const isHiddenForLong = hiddenSince !== null && now() - hiddenSince >= mostHiddenMs;
    if (!isHiddenForLong || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      waiting = [...waiting, resolve];
    });
  };
}
