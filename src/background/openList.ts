import type { AskedPassage } from "../messages/protocol.ts";
import { browser } from "../platform/browser/api.ts";
import { storeAsked } from "../platform/browser/askedPassage.ts";
import { isSidePanelOpen } from "../platform/browser/sidePanel.ts";

/**
 * The size of the window that replaces the popup, which browsers do not open without a click on the
 * button.
 */
const standInSize = { width: 440, height: 680 } as const;

/**
 * Shows a tab's list at a passage: in the side panel if it is open, else in the popup, else in a
 * small window.
 */
export async function openList(tabId: number, asked: AskedPassage): Promise<{ opened: boolean }> {
  await storeAsked(tabId, asked);
  const { windowId } = await browser.tabs.get(tabId);
  if (windowId !== undefined && (await isSidePanelOpen(windowId))) return { opened: true };
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(`popup.html?tab=${tabId}`);
    await browser.windows.create({ type: "popup", url, ...standInSize });
  }
  return { opened: true };
}
