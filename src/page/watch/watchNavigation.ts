/**
 * Tells whether a window shows another page than when last asked, though no new document was
 * loaded: the address changed other than by its fragment.
 */
export function createAddressCheck(view: Window): () => boolean {
  let known = addressOf(view);
  return () => {
    const now = addressOf(view);
    if (now === known) return false;
    known = now;
    return true;
  };
}

/**
 * Calls back when the page may have navigated within its document: by the Navigation API where
 * the browser has it, by `popstate` everywhere. What neither tells is found at the next change
 * of the page. Whether it did, `createAddressCheck` says.
 */
export function watchNavigation(view: Window, onNavigate: () => void, signal: AbortSignal): void {
  const { navigation } = view as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", onNavigate, { signal });
  view.addEventListener("popstate", onNavigate, { signal });
}

function addressOf(view: Window): string {
  return view.location.href.split("#", 1)[0]!;
}
