import { browser } from "../platform/browser/api.ts";
import { rest } from "../platform/browser/rest.ts";
import { message } from "../platform/browser/words.ts";
import type { BadgeState } from "./badgeState.ts";
import { buttonTitle } from "./buttonTitle.ts";

/**
 * The look of the toolbar button: its badge, and its icon, which is grey where Second Source is
 * off.
 */
export interface ButtonLook {
  readonly text: string;
  readonly background: string;
  readonly icon: "icon" | "icon-off";
}

const quietGround = "#6b6f76";
/** A badge has room for three digits. */
const mostCounted = 999;

/**
 * Returns the look of a state. States differ even without colour: three dots while the page is
 * read, a count, a zero, the count with an exclamation mark (the library was damaged), a dash (the
 * library is empty), no badge (not checked), a grey icon (off), an exclamation mark (failed).
 */
export function buttonLook(state: BadgeState): ButtonLook {
  switch (state.kind) {
    case "matches": {
      const background = state.count === 0 ? quietGround : "#1f4e79";
      const count = String(Math.min(state.count, mostCounted));
      return { text: state.isRepaired ? `${count}!` : count, background, icon: "icon" };
    }
    case "reading":
      return { text: "…", background: quietGround, icon: "icon" };
    case "libraryEmpty":
      return { text: "–", background: quietGround, icon: "icon" };
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

/** Sets the button's look for tabs without a state: grey where Second Source is off everywhere. */
export async function showAtRest(isOff: boolean): Promise<void> {
  await browser.action.setIcon({ path: pathsOf(isOff ? "icon-off" : "icon") });
}

function pathsOf(icon: ButtonLook["icon"]): Record<string, string> {
  return { 16: `icons/${icon}-16.png`, 32: `icons/${icon}-32.png` };
}

/** How long a sign is shown: long enough for somebody who looks for it. */
const flashMs = 2_000;

/** Shows a sign on a tab's button for a moment, then the previous badge. */
export async function flashBadge(tabId: number, sign: string): Promise<void> {
  const before = await browser.action.getBadgeText({ tabId });
  await browser.action.setBadgeText({ tabId, text: sign });
  await rest(flashMs);
  // The badge may have changed meanwhile, or the tab may be closed.
  const now = await browser.action.getBadgeText({ tabId }).catch(() => "");
  if (now === sign) await browser.action.setBadgeText({ tabId, text: before });
}

/** Shows the state on a tab's button; the browser clears it when the tab navigates. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  const { text, background, icon } = buttonLook(state);
  // The tab may be closed by now; then there is nothing to show.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: background }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    browser.action.setIcon({ tabId, path: pathsOf(icon) }),
    browser.action.setTitle({ tabId, title: buttonTitle(state, message) }),
  ]).catch(() => undefined);
}
