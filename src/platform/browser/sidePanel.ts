import { browser } from "./api.ts";

/** Opens the side panel of a window (Chrome) or the sidebar (Firefox); must be called in a click handler. */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidePanel } = globalThis.chrome;
  if (sidePanel) await sidePanel.open({ windowId });
  else await browser.sidebarAction.open();
}
