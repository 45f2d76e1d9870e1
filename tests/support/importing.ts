/** Importing in a browser, as the reader does it on the settings page, and looking at what came of it. */
import type { ElementHandle, Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";
import type { CorporaStatus } from "../../src/messages/corporaProtocol.ts";

/** The settings page at imports and packs, open beside the pages that are read. */
export async function openSettings(session: BrowserSession): Promise<Page> {
  const page = await session.openOwn("options.html#corpora");
  await page.waitForSelector('input[type="file"]');
  return page;
}

/** Chooses a file to import in the settings. */
export async function chooseFile(settings: Page, file: string): Promise<void> {
  const input = await settings.waitForSelector('input[type="file"][multiple]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** What the background says of the reader's corpora. */
export async function corporaStatus(settings: Page): Promise<CorporaStatus> {
  return settings.evaluate(async () => {
    const message = { secondSource: "corpora/status", request: {} };
    const reply = await chrome.runtime.sendMessage(message);
    return reply.value;
  });
}

/** Looks until the status is as wanted; the test's own time limit ends it otherwise. */
export async function statusWhen(
  settings: Page,
  isWanted: (status: CorporaStatus) => boolean,
): Promise<CorporaStatus> {
  for (;;) {
    const status = await corporaStatus(settings);
    if (status !== null && status !== undefined && isWanted(status)) return status;
    await settings.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  }
}
