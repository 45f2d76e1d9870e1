/**
 * Returns a function that is true if the window shows another page than at the last call without a
 * new document: its address changed, apart from the fragment.
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
 * Calls back when the page may have navigated within its document: by the Navigation API if the
 * browser has it, by `popstate` always. Navigation that neither reports is found at the next change
 * of the page. `createAddressCheck` says whether it did navigate.
 */
export function watchNavigation(view: Window, onNavigate: () => void, signal: AbortSignal): void {
  const { navigation } = view as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", onNavigate, { signal });
  view.addEventListener("popstate", onNavigate, { signal });
}

function addressOf(view: Window): string {
  return view.location.href.split("#", 1)[0]!;
}
