import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";

/**
 * Opens the popup's page in a tab of its own, speaking of the tab that shows `page`: the real
 * popup's DOM is out of reach in Firefox, and is tested beside this in Chromium.
 */
export function openPopupFor(session: BrowserSession, page: Page): Promise<Page> {
  return openBeside(session, page, "popup.html");
}

/** The side panel's page, likewise. */
export function openSidePanelFor(session: BrowserSession, page: Page): Promise<Page> {
  return openBeside(session, page, "sidePanel.html");
}

async function openBeside(session: BrowserSession, page: Page, file: string): Promise<Page> {
  const address = await page.evaluate(() => location.href);
  const finder = await session.openOwn("popup.html?tab=-1");
  const tabId = await finder.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id;
  }, address);
  await finder.close();
  if (tabId === undefined) throw new Error(`no tab shows ${address}`);
  return session.openOwn(`${file}?tab=${tabId}`);
}
