import { browser } from "../platform/browser/api.ts";
import { hostOf } from "../platform/browser/hostOf.ts";
import { message } from "../platform/browser/words.ts";
import type { KeptPages } from "./keeping/keptPages.ts";
import { saveWithSign } from "./keeping/saveWithSign.ts";
import { checkSelection, toggleSite } from "./siteControl.ts";

/** The browser's description of a chosen menu item. */
interface ChosenItem {
  readonly menuItemId: number | string;
  readonly frameId?: number | undefined;
  readonly pageUrl?: string | undefined;
}

const onWebPages = { documentUrlPatterns: ["http://*/*", "https://*/*"] };

/**
 * Adds our items to the browser's context menu; called once after installation and after an update.
 */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: "checkSelection",
    title: message("menuCheckSelection"),
    contexts: ["selection"],
  });
  browser.contextMenus.create({
    id: "saveSelection",
    title: message("menuSaveSelection"),
    contexts: ["selection"],
    ...onWebPages,
  });
  browser.contextMenus.create({
    id: "savePage",
    title: message("savePage"),
    contexts: ["page"],
    ...onWebPages,
  });
  browser.contextMenus.create({
    id: "switchSite",
    title: message("menuSwitchSite"),
    contexts: ["page"],
    ...onWebPages,
  });
}

/** Runs a chosen menu item in the tab where it was chosen. Ignores items that are not ours. */
export async function runMenuItem(
  { menuItemId, frameId = 0, pageUrl }: ChosenItem,
  tabId: number | undefined,
  pages: KeptPages,
): Promise<void> {
  if (tabId === undefined) return;
  switch (menuItemId) {
    case "checkSelection":
      return checkSelection(tabId, frameId);
    case "saveSelection":
      return saveWithSign(tabId, "selection", pages, frameId);
    case "savePage":
      return saveWithSign(tabId, "article", pages);
    case "switchSite":
      return toggleSite(tabId, hostOf(pageUrl));
  }
}
