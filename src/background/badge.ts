import { browser } from "../platform/browser/api.ts";

export type BadgeState =
  | { readonly kind: "matches"; readonly count: number }
  | { readonly kind: "off" }
  | { readonly kind: "failed" };

/** Text and colours of each state; no text at all means that the page was not checked. */
function looksOf(state: BadgeState): { text: string; background: string } {
  switch (state.kind) {
    case "matches":
      return state.count === 0
        ? { text: "0", background: "#6b6f76" }
        : { text: String(Math.min(state.count, 999)), background: "#1f4e79" };
    case "off":
      return { text: "off", background: "#6b6f76" };
    case "failed":
      return { text: "!", background: "#8a4b08" };
    default: {
      const never: never = state;
      return never;
    }
  }
}

/** Shows the state on one tab's button; the browser clears it when the tab navigates. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  const { text, background } = looksOf(state);
  // The tab may be gone by now: then there is nothing to show.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: background }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
  ]).catch(() => undefined);
}
