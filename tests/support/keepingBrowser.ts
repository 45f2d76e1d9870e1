import type { Page } from "puppeteer-core";
import { afterAll, beforeAll } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { type OwnPage, openOwnPage } from "./askExtension.ts";
import { buildFolder, launchByWords } from "./browserUnderTest.ts";
import { waitForGate } from "./ownPage.ts";

/** This run's browser, with a site to save articles from. */
export interface KeepingBrowser {
  readonly session: BrowserSession;
  /** "http://localhost:PORT", without a slash at the end. */
  readonly origin: string;
  /** A page of ours, from which the background is asked. */
  readonly own: Page;
  readonly extension: OwnPage;
  /** Opens these two again, after the browser has closed all pages of ours. */
  openAgain(): Promise<void>;
}

/**
 * Starts both before the tests of the file or group in which it is called, comparing by words, and ends them
 * after.
 * @param pages of the site (path → HTML)
 */
export function keepingBrowser(pages: ReadonlyMap<string, string>): KeepingBrowser {
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;
  let extension: OwnPage;
  async function openAgain(): Promise<void> {
    await waitForGate(session);
    own = await session.openOwn("privacy.html");
    extension = await openOwnPage(session);
  }
  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    session = await launchByWords(buildFolder("granted"));
    await openAgain();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });
  return {
    get session() {
      return session;
    },
    get origin() {
      return site.origin;
    },
    get own() {
      return own;
    },
    get extension() {
      return extension;
    },
    openAgain,
  };
}
