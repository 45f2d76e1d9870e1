/** What browser tests ask the extension itself, as its own pages do. */
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";
import type { SaveOutcome } from "../../src/messages/keptProtocol.ts";
import type { PageState } from "../../src/messages/protocol.ts";

/** One of the extension's own pages, open beside those that are tested. */
export interface OwnPage {
  /** What the content script says of the page. */
  describe(page: Page): Promise<PageState>;
  /** Has the page read, article or not, as the popup does. */
  check(page: Page): Promise<void>;
  /** Saves the page's article to the reader's own corpus, as the popup does. */
  save(page: Page): Promise<SaveOutcome>;
  /** Switches the site of the tests on or off, as the popup does. */
  switchSite(isOn: boolean): Promise<void>;
  /** Switches comparing by meaning on or off, as the settings do. */
  switchMeaning(isOn: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens the one that has no scripts: it may ask as the popup does, and costs least. */
export async function openOwnPage(session: BrowserSession): Promise<OwnPage> {
  const own = await session.openOwn("privacy.html");
  return {
    async describe(page) {
      const address = await page.evaluate(() => location.href);
      return own.evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((candidate) => candidate.url === url);
        if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
        const message = { secondSource: "page/describe", request: {} };
        const reply = await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
        return reply.value;
      }, address);
    },
    async check(page) {
      const address = await page.evaluate(() => location.href);
      await own.evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        const tabId = tabs.find((candidate) => candidate.url === url)?.id;
        await chrome.runtime.sendMessage({ secondSource: "tab/check", request: { tabId } });
      }, address);
    },
    async save(page) {
      const address = await page.evaluate(() => location.href);
      return own.evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        const tabId = tabs.find((candidate) => candidate.url === url)?.id;
        const request = { tabId, part: "article" };
        const reply = await chrome.runtime.sendMessage({ secondSource: "page/save", request });
        return reply.value?.outcome ?? reply.error;
      }, address);
    },
    async switchMeaning(isOn) {
      await own.evaluate(
        (on) => chrome.runtime.sendMessage({ secondSource: "meaning/switch", request: { on } }),
        isOn,
      );
    },
    async switchSite(isOn) {
      await own.evaluate(
        (on) =>
          chrome.runtime.sendMessage({
            secondSource: "site/switch",
            request: { host: "localhost", on },
          }),
        isOn,
      );
    },
    close: () => own.close(),
  };
}
