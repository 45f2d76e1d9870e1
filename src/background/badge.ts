import { browser } from "../platform/browser/api.ts";

/** What the button tells of a page. */
export type BadgeState =
  | { readonly kind: "matches"; readonly count: number }
  | { readonly kind: "notChecked" }
  | { readonly kind: "off" }
  | { readonly kind: "failed" };

/** How the button looks: its badge, and the icon that is grey where Second Source is off. */
export interface ButtonLook {
  readonly text: string;
  readonly background: string;
  readonly icon: "icon" | "icon-off";
}

const quietGround = "#6b6f76";
const mostCounted = 999;

/**
 * Each state looks different without its colour: a count, a nought, no badge (not checked), a
 * grey icon (off), an exclamation mark (failed).
 */
export function buttonLook(state: BadgeState): ButtonLook {
  switch (state.kind) {
    case "matches": {
      const background = state.count === 0 ? quietGround : "#1f4e79";
      return { text: String(Math.min(state.count, mostCounted)), background, icon: "icon" };
    }
    case "notChecked":
      return { text: "", background: quietGround, icon: "icon" };
    case "off":
      return { text: "", background: quietGround, icon: "icon-off" };
    case "failed":
      return { text: "!", background: "#8a4b08", icon: "icon" };
    default: {
      const never: never = state;
      return never;
    }
  }
}

/** Shows the state on one tab's button; the browser clears it when the tab navigates. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  const { text, background, icon } = buttonLook(state);
  const path = { 16: `icons/${icon}-16.png`, 32: `icons/${icon}-32.png` };
  // The tab may be gone by now: then there is nothing to show.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: background }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    browser.action.setIcon({ tabId, path }),
  ]).catch(() => undefined);
}
