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

/** One tab for both, as opening tabs is what costs time: from a page of ours without scripts it finds the other. */
async function openBeside(session: BrowserSession, page: Page, file: string): Promise<Page> {
  const address = await page.evaluate(() => location.href);
  const beside = await session.openOwn("privacy.html");
  const tabId = await beside.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id;
  }, address);
  if (tabId === undefined) throw new Error(`no tab shows ${address}`);
  await beside.evaluate((its) => history.replaceState(null, "", its), `/${file}?tab=${tabId}`);
  await session.reload(beside);
  return beside;
}
