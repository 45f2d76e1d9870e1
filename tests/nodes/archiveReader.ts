/** A reader who has an archive: a browser with the extension, driven as a person would. */
import type { ElementHandle, Page } from "puppeteer-core";
import { vi } from "vitest";
import {
  type BrowserName,
  type BrowserSession,
  launchWithExtension,
} from "../../scripts/browsers.ts";
import { findBrowser } from "../../scripts/setup.mjs";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";
import type { MatchedState } from "../support/whenCompared.ts";

/** One browser with its settings and a page that is read. */
export interface ArchiveReader {
  readonly session: BrowserSession;
  readonly settings: Page;
  readonly page: Page;
  /** Types addresses, chooses the key file and presses Connect; resolves when the section says these words. */
  setUp(addresses: readonly string[], keyFile: string, words: string): Promise<void>;
  /** What the page says of itself, once that is as wanted. */
  stateWhen(isWanted: (state: MatchedState) => boolean): Promise<MatchedState>;
  /** Clicks a button or switch of the settings. */
  press(name: string): Promise<void>;
  /** Reads the same page in a private window; null where no program can open one for the extension. */
  readonly readPrivately: (() => Promise<MatchedState>) | null;
  /** Has the page read anew, or another one in its tab. */
  reload(): Promise<void>;
  goTo(url: string): Promise<void>;
  close(): Promise<void>;
}

/** The browsers that are here. Under CI=true both are wanted, and one that is missing fails its tests. */
export const readersBrowsers = (["chromium", "firefox"] as const).filter(
  (name) => process.env.CI === "true" || findBrowser(name) !== null,
);

/** True where there is none: then what needs one is skipped. */
export const isWithoutBrowsers = readersBrowsers.length === 0;

const folders = { chromium: "dist/chrome-granted", firefox: "dist/firefox-granted" } as const;

/** Opens a browser at this page; comparing by meaning is off, since it is tested elsewhere. */
export async function openReader(browser: BrowserName, url: string): Promise<ArchiveReader> {
  const session = await launchWithExtension({
    ...{ browser, extension: folders[browser], headless: true, proxy: null, isThrifty: true },
  });
  await waitForGate(session);
  const own = await openOwnPage(session);
  await own.switchMeaning(false);
  const settings = await session.openOwn("options.html#archive");
  await settings.waitForSelector("form.archive");
  const page = await session.open(url);
  await own.check(page);
  const stateWhen = (isWanted: (state: MatchedState) => boolean) => pageState(own, page, isWanted);
  await stateWhen(() => true);
  return {
    ...{ session, settings, page, stateWhen },
    async setUp(addresses, keyFile, words) {
      await settings.bringToFront();
      const form = "form.archive";
      await settings.$eval(form, (element) => element.scrollIntoView({ block: "center" }));
      await settings.type(`${form} [name="addresses"]`, addresses.join(" "));
      const key = (await settings.$(`${form} [name="key"]`)) as ElementHandle<HTMLInputElement>;
      await key.uploadFile(keyFile);
      await settings.click(`${form} button`);
      await waitForText(settings, words);
    },
    async press(name) {
      await settings.bringToFront();
      for (const button of await settings.$$("section button")) {
        const text = await button.evaluate((element) => element.textContent);
        if (text === name) await button.click();
      }
    },
    readPrivately: session.allowPrivateWindows === null ? null : () => readPrivately(session, page),
    async reload() {
      await session.reload(page);
      await own.check(page);
    },
    async goTo(other) {
      await page.goto(other);
      await own.check(page);
    },
    close: () => session.close(),
  };
}

function pageState(
  own: OwnPage,
  page: Page,
  isWanted: (state: MatchedState) => boolean,
): Promise<MatchedState> {
  return vi.waitUntil(
    async () => {
      // A hidden page waits, and nobody answers before the page's script has come.
      await page.bringToFront();
      const state = await own.describe(page).catch(() => null);
      return state?.kind === "matched" && isWanted(state) ? state : null;
    },
    { interval: 100, timeout: 60_000 },
  );
}

/** The extension is loaded anew for it, and its pages are closed; the page would be read again beside. */
async function readPrivately(session: BrowserSession, page: Page): Promise<MatchedState> {
  const url = await page.evaluate(() => location.href);
  await page.close();
  await session.allowPrivateWindows?.();
  await waitForGate(session);
  const own = await session.openOwn("privacy.html");
  await own.evaluate(async (its) => {
    await chrome.windows.create({ incognito: true, url: its });
  }, url);
  return vi.waitUntil(
    () =>
      own.evaluate(async () => {
        const tab = (await chrome.tabs.query({})).find(({ incognito }) => incognito);
        const ask = (secondSource: string, request: object) =>
          chrome.tabs
            .sendMessage(tab?.id ?? -1, { secondSource, request }, { frameId: 0 })
            .catch(() => undefined);
        const state = (await ask("page/describe", {}))?.value;
        if (state === undefined) {
          const message = { secondSource: "tab/check", request: { tabId: tab?.id ?? -1 } };
          await chrome.runtime.sendMessage(message).catch(() => undefined);
        }
        return state?.kind === "matched" ? state : null;
      }),
    { interval: 200, timeout: 30_000 },
  );
}
