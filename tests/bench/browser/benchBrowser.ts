import { existsSync } from "node:fs";
import type { Page } from "puppeteer-core";
import {
  type BrowserName,
  type BrowserSession,
  launchWithExtension,
} from "../../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../../scripts/siteServer.ts";
import { waitForGate } from "../../support/ownPage.ts";

/** What the measures in a browser need; without it they say how to make it. */
export const grantedBuild = "dist/chrome-granted";

/** Whether there is a build to measure. */
export const isBuilt = () => existsSync(grantedBuild);

/** A browser that reads every page of a site. */
export interface BenchBrowser {
  readonly session: BrowserSession;
  readonly site: SiteServer;
}

/** Does the work in a fresh browser with this build, over a site of these pages (path → HTML). */
export async function inBenchBrowser<T>(
  build: string,
  pages: ReadonlyMap<string, string>,
  work: (browser: BenchBrowser) => Promise<T>,
  browser: BrowserName = "chromium",
): Promise<T> {
  const site = await serveSite("assets/demo", pages);
  const session = await launchWithExtension({
    browser,
    extension: build,
    headless: true,
    proxy: null,
  });
  try {
    await waitForGate(session);
    return await work({ session, site });
  } finally {
    await session.close();
    await site.close();
  }
}

/** Waits until at least so many words of the page are marked. */
export async function waitForMarkCount(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith("second-source-"))
        .reduce((sum, [, ranges]) => sum + ranges.size, 0) >= wanted,
    { timeout: 30_000, polling: 100 },
    count,
  );
}

/** Lets time go by: what is measured is what happens in it. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
