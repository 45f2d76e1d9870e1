import { browser } from "./api.ts";

/** Opens the side panel of a window (Chrome) or the sidebar (Firefox); must be called in a click handler. */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidePanel } = globalThis.chrome;
  if (sidePanel) await sidePanel.open({ windowId });
  else await browser.sidebarAction.open();
}

/** True if our side panel, or sidebar, is open in a window. */
export async function isSidePanelOpen(windowId: number): Promise<boolean> {
  const { sidePanel, runtime } = globalThis.chrome;
  if (!sidePanel) return browser.sidebarAction.isOpen({ windowId });
  const panels = await runtime.getContexts({ contextTypes: ["SIDE_PANEL"], windowIds: [windowId] });
  return panels.length > 0;
}
