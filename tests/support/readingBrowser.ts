import type { Page } from "puppeteer-core";
import { afterAll, beforeAll } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { buildFolder, launch } from "./browserUnderTest.ts";
import { waitForMarks } from "./markedPage.ts";
import { waitForGate } from "./ownPage.ts";

/** This run's browser, with an extension that reads every page, and a site to read. */
export interface ReadingBrowser {
  readonly session: BrowserSession;
  /** "http://localhost:PORT", without a slash at the end. */
  readonly origin: string;
}

/**
 * Starts both before the tests of the file or group in which it is called, and ends them after.
 * @param folder of the site's files; `pages` (path → HTML) are served before them.
 * @param start starts the browser.
 */
export function readingBrowser(
  folder = "tests/fixtures/pages",
  pages?: ReadonlyMap<string, string>,
  start = launch,
): ReadingBrowser {
  let session: BrowserSession;
  let site: SiteServer;
  beforeAll(async () => {
    site = await serveSite(folder, pages);
    session = await start(buildFolder("granted"));
    await waitForGate(session);
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
  };
}

/** The same with the demonstration page, which is open and marked. */
export interface DemoBrowser extends ReadingBrowser {
  readonly page: Page;
}

/** As `readingBrowser`, for the files of the demonstration. */
export function demoBrowser(start = launch): DemoBrowser {
  const browser = readingBrowser("assets/demo", undefined, start);
  let page: Page;
  beforeAll(async () => {
    page = await browser.session.open(`${browser.origin}/`);
    await waitForMarks(page);
  });
  return {
    get session() {
      return browser.session;
    },
    get origin() {
      return browser.origin;
    },
    get page() {
      return page;
    },
  };
}
